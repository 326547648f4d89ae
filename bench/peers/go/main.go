// The peer of podplay in Go: text/template + yaml.v3. Usage: go_peer SPECS VIEWS TEMPLATES OUT
//
// Reads the spec, every file in SPECS, as YAML and the decided values (VIEWS: JSON, or YAML when its name says so), renders every file, writes the manifests.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"gopkg.in/yaml.v3"
)

type file struct {
	Path     string
	Template string
	View     map[string]any
}

type views struct {
	Hosts []string
	Files []file
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func read(path string) []byte {
	text, err := os.ReadFile(path)
	must(err)
	return text
}

func main() {
	specs, viewsPath, templates, out := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	parts, err := filepath.Glob(filepath.Join(specs, "*.yaml"))
	must(err)
	for _, part := range parts {
		var spec map[string]any
		must(yaml.Unmarshal(read(part), &spec))
	}
	var data views
	if strings.HasSuffix(viewsPath, ".yaml") {
		must(yaml.Unmarshal(read(viewsPath), &data))
	} else {
		decoder := json.NewDecoder(bytes.NewReader(read(viewsPath)))
		decoder.UseNumber()
		must(decoder.Decode(&data))
	}
	hosts := map[string]bool{}
	for _, host := range data.Hosts {
		hosts[host] = true
	}
	made := map[string]bool{}
	write := func(path string, text []byte) {
		path = filepath.Join(out, path)
		if folder := filepath.Dir(path); !made[folder] {
			must(os.MkdirAll(folder, 0o755))
			made[folder] = true
		}
		target, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		must(err)
		_, err = target.Write(text)
		must(err)
		must(target.Close())
	}
	parsed := map[string]*template.Template{}
	manifests := map[string][]string{}
	var text bytes.Buffer
	for _, f := range data.Files {
		page := parsed[f.Template]
		if page == nil {
			page = template.Must(template.New(f.Template).Delims("@{", "}@").Option("missingkey=error").Parse(string(read(filepath.Join(templates, f.Template)))))
			parsed[f.Template] = page
		}
		text.Reset()
		must(page.Execute(&text, f.View))
		host, path := "", f.Path
		if top, rest, found := strings.Cut(f.Path, "/"); found && hosts[top] {
			host, path = top, rest
		}
		digest := sha256.Sum256(text.Bytes())
		manifests[host] = append(manifests[host], path+"\x00"+hex.EncodeToString(digest[:]))
		write(f.Path, text.Bytes())
	}
	for host, entries := range manifests {
		sort.Strings(entries)
		text.Reset()
		text.WriteString("# podplay manifest 1\n")
		for _, entry := range entries {
			path, digest, _ := strings.Cut(entry, "\x00")
			text.WriteString(digest + "  " + path + "\n")
		}
		if host == "" {
			write("MANIFEST", text.Bytes())
		} else {
			write(host+"/etc/podplay/MANIFEST", text.Bytes())
		}
	}
}

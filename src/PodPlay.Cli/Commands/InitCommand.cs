using System.CommandLine;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Output;
using PodPlay.Spec;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay init</c>: a commented spec, the editor's schema, and git's attributes. Overwrites nothing.</summary>
internal static class InitCommand
{
    public static Command Create(CliConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "where (default: here)", DefaultValueFactory = _ => "." };
        // Or a misspelt option would make a folder of that name.
        folder.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] } token])
                result.AddError($"unknown option {token.Value}");
        });
        var command = new Command("init", "write a commented podplay.yaml and the editor schema") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, console));
        return command;
    }

    private static int Run(string folder, CliConsole console)
    {
        var spec = Path.Combine(folder, SpecLocation.DefaultName);
        if (File.Exists(spec))
        {
            console.Error.Write($"podplay: {spec} is there already; nothing was written\n");
            return ExitCode.No;
        }
        foreach (var (name, text) in FilesOf())
        {
            var path = Path.Combine(folder, name);
            var kept = File.Exists(path) && name != SchemaPath;
            var diagnostics = new DiagnosticBag();
            if (!kept && !SafeFile.TryWrite(path, text, diagnostics))
            {
                console.Error.Write(TextRenderer.Render(diagnostics.ToSortedList(), includeNotes: false, color: false));
                return ExitCode.CouldNotRun;
            }
            console.Out.Write($"{(kept ? "kept " : "wrote")} {path}\n");
        }
        console.Out.Write("\nnext: edit it, then  podplay check  and  podplay gen\n");
        return ExitCode.Fine;
    }

    private const string SchemaPath = ".podplay/schema.json";

    private static IEnumerable<(string Name, string Text)> FilesOf() =>
    [
        (SpecLocation.DefaultName, StartingSpec),
        (SchemaPath, SchemaWriter.Write()),
        (".gitattributes", GitAttributes),
    ];

    private const string GitAttributes = """
        # Generated files are reviewed like any other: only the lists of hashes are folded away.
        output/** text eol=lf
        output/*/etc/podplay/MANIFEST linguist-generated
        podplay.lock linguist-generated
        *.container linguist-language=INI
        *.network linguist-language=INI
        *.volume linguist-language=INI

        """;

    private const string StartingSpec = """
        # yaml-language-server: $schema=.podplay/schema.json
        podplay: 1 # format of this file, not the tool's version

        router: # the home or office router; `podplay gen` derives what it must forward
          address: 192.168.1.1
          lan: [192.168.1.0/24]

        hosts: # the machines that run podman
          home: { address: [192.168.1.100], podman: "5.4" }

        zones: # one bridge network each; egress is none unless said
          dmz: { subnets: [172.20.1.0/24], egress: internet }
          internal: { subnets: [172.20.2.0/24] }

        services: # public: the internet, lan: the LAN, private: only by a flow
          web:
            image: docker.io/library/caddy:2.8.4
            zone: dmz
            public: # router -> host -> container
              http: 80 -> 8080 -> 80
              https: 443 -> 8443 -> 443
          db:
            image: docker.io/library/postgres:16.4
            zone: internal
            private: { postgres: 5432 }
            secrets: [db-password] # the name of a podman secret, never its value
            volumes: { db-data: /var/lib/postgresql/data }
            environment: { POSTGRES_PASSWORD_FILE: /run/secrets/db-password }

        flows: # client -> server: port. Whatever is not listed here is dropped.
          web -> db: postgres # also sets DB_HOST and DB_PORT in web

        assert: # statements that every later change must keep; checked on each run
          never: [internet -> internal]
          only: { db.postgres: [web] }

        """;
}

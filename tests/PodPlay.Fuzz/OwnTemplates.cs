using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Templating;

namespace PodPlay.Fuzz;

/// <summary>Templates of the user's (<c>--templates</c>) that lie beside a spec, in a folder of their own.</summary>
internal static class OwnTemplates
{
    public const string Folder = "own";

    /// <summary>What means something in a template, or would in a language that is not podplay's part of it.</summary>
    public static ImmutableArray<string> Pieces { get; } =
    [
        "{{", "}}", "{{~", "~}}", "{{-", "{{ end }}", "{{ else }}", "{{ for line in header }}", "{{ for x in header }}{{ x }}{{ end }}", "{{ if is_rootless }}", "{{ if true }}", "{{ else if header }}",
        "{{ include 'quadlet/header.sbn' }}", "{{ include 'quadlet/hedder.sbn' }}", "{{ include '../x' }}", "{{ include header }}", "{{ header }}", "{{ name }}", "{{ x.y.z }}", "{{ this }}", "{{ for }}", "{{ for.index }}",
        "{%{", "}%}", "{{# c }}", "{{## c ##}}", "{{ 1 + 1 }}", "{{ x = 1 }}", "{{ $x }}", "{{ 1..9 }}", "{{ while true }}", "{{ func f }}", "{{ ret 1 }}", "{{ break }}", "{{ date.now }}", "{{ null }}", "{{ [1] }}", "{{ { a: 1 } }}",
        "{{ header | array.size }}", "{{ header[0] }}", "{{ @header }}", "{{ ^header }}", "{{ do; ret; end }}", "{{ case 1 }}", "{{ with header }}", "{{ capture x }}", "{{ tablerow x in header }}", "{{ readonly x }}", "{{ import 'x' }}",
        "'", "\"", "`", "\\", "(", ")", "|", ";", "?", ".", "\n", "\r\n", "\r", "\t", "\uFEFF", "\u202e", "\0", "# podplay: x\n", "\n\n\n",
    ];

    /// <summary>The name and text of one of podplay's own.</summary>
    public static (string Path, string Text) Any(Random random)
    {
        var name = TemplateStore.EmbeddedNames[random.Next(TemplateStore.EmbeddedNames.Length)];
        return ($"{Folder}/{(random.Next(40) == 0 ? name.Remove(random.Next(name.Length), 1).Trim('/') : name)}", TemplateStore.ReadEmbedded(name)!);
    }

    public static bool IsOne(string path) => path.StartsWith($"{Folder}/", StringComparison.Ordinal);

    /// <summary>As <see cref="Output.TemplateFolder"/> reads them from the disk.</summary>
    public static TemplateOverrides Of(FuzzInput input, DiagnosticBag diagnostics)
    {
        var files = from file in input.Files
                    where IsOne(file.Key)
                    let text = SpecText.Decode(file.Key, input.Read(file.Key)!, diagnostics)
                    where text is not null && HiddenCharacters.AreAbsent(text, diagnostics)
                    select (file.Key[(Folder.Length + 1)..], text);
        return TemplateOverrides.Of(files, diagnostics);
    }
}

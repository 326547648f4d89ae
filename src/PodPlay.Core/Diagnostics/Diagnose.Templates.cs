using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP81x: templates of the user's (<c>--templates</c>).</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule TemplateUnknownRule = DiagnosticRule.Error("PP811", "template-unknown");
    public static readonly DiagnosticRule TemplateInvalidRule = DiagnosticRule.Error("PP812", "template-invalid");
    public static readonly DiagnosticRule TemplateUnreadableRule = DiagnosticRule.Error("PP813", "template-unreadable");

    private static readonly string NoOtherTemplates = "a template takes the place of podplay's own of the same name; under another name nobody would ask for it";

    internal static Diagnostic TemplateUnknown(string path, string name, string? near) =>
        new(TemplateUnknownRule, $"podplay has no template {Shorten(name)}")
        {
            Path = path,
            Why = [NoOtherTemplates],
            Fixes = [near is null ? "remove the file, or see docs/templates.md for the names" : $"rename it to {near}"],
        };

    internal static Diagnostic TemplateIncludesUnknown(SourceSpan place, string name, string? near) =>
        new(TemplateUnknownRule, $"the template includes {Shorten(name)}, which podplay has not")
        {
            Primary = new(place, "in this template"),
            Why = ["templates read podplay's own templates and those that take their place, and no other file"],
            Fixes = [near is null ? "include one of those that docs/templates.md lists" : $"include {near}"],
        };

    internal static Diagnostic TemplateInvalid(SourceSpan place, string fault) =>
        new(TemplateInvalidRule, fault)
        {
            Primary = new(place, "here"),
            Fixes = ["compare it with podplay's own of the same name: docs/templates.md says where that is"],
        };

    internal static Diagnostic TemplateTooLarge(string path, int limit) =>
        new(TemplateUnreadableRule, $"{path} has more than {Number(limit)} characters, no template is so large")
        {
            Path = path,
            Fixes = ["name the right folder"],
        };

    internal static Diagnostic TemplateUnreadable(string path, string reason) =>
        new(TemplateUnreadableRule, $"{path} cannot be read")
        {
            Path = path,
            Why = [reason],
            Fixes = ["name a folder with templates in it, such as quadlet/container.sbn"],
        };
}

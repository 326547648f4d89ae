using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>What a domain promises to those who send mail to it (RFC 8461): a text that they read at <c>https://mta-sts.DOMAIN/.well-known/mta-sts.txt</c>.</summary>
/// <param name="Site"><c>mta-sts.example.com</c></param>
/// <param name="Lines"><c>version: STSv1</c> and so on, without their ends.</param>
/// <param name="Path"><c>domains.example.com.mta-sts</c></param>
public sealed record MailPolicy(string Site, ImmutableArray<string> Lines, string Path)
{
    public const string Location = "/.well-known/mta-sts.txt";

    public string Text => string.Concat(Lines.Select(l => $"{l}\n"));

    /// <summary>The name under which the policy of a domain is looked for.</summary>
    public static string SiteOf(string domain) => $"mta-sts.{domain}";
}

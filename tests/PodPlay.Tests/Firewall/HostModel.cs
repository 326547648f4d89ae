using System.Text.Json;
using PodPlay.Firewall.Intent;
using PodPlay.Firewall.Kernel;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall;

/// <summary>One host and one family: its ruleset as the kernel lists it, its intent, and the space in which both are boxes.</summary>
internal sealed class HostModel
{
    private readonly Dictionary<HookName, List<Region>> _domain;
    private readonly Dictionary<HookName, List<Allowance>> _intent;
    private readonly Dictionary<bool, Evaluator> _evaluators;
    private readonly PacketText _text;

    /// <param name="extra">Regions that will be asked about besides those of ruleset and intent.</param>
    public HostModel(Network network, Host host, JsonElement listing, Family family, Func<IntentScope, IEnumerable<Region>>? extra = null)
    {
        var interfaces = new Interfaces(host);
        var ruleset = RulesetReader.Read(listing, family, interfaces);
        Scope = new IntentScope(network, host, family, interfaces);
        _intent = new()
        {
            [HookName.Raw] = [.. RawIntent.Of(Scope)],
            [HookName.Input] = [.. InputIntent.Of(Scope)],
            [HookName.Forward] = [.. ForwardIntent.Of(Scope)],
            [HookName.ForwardInBridge] = [.. ForwardIntent.Of(Scope)],
            [HookName.Output] = [.. OutputIntent.Of(Scope)],
            [HookName.Bridge] = [.. BridgeIntent.Of(Scope)],
        };
        _domain = new()
        {
            [HookName.Raw] = [.. Domain.Raw(Scope)],
            [HookName.Translation] = [.. Domain.Raw(Scope).Select(r => r.With(Field.InInterface, interfaces.Routed.Except(interfaces.Loopback)))],
            [HookName.Input] = [.. Domain.Input(Scope)],
            [HookName.Forward] = [.. Domain.Forward(Scope)],
            [HookName.ForwardInBridge] = [.. Domain.ForwardInBridge(Scope)],
            [HookName.Output] = [.. Domain.Output(Scope)],
            [HookName.Bridge] = [.. Domain.Bridge(Scope)],
        };
        Translations = family == Family.IPv6 ? [.. TranslationIntent.Of(Scope)] : [];
        var regions = _intent.Values.SelectMany(a => a).Select(a => a.Packets)
            .Concat(_domain.Values.SelectMany(d => d))
            .Concat(Translations.Select(t => t.Packets))
            .Concat(ruleset.Regions)
            .Concat([Translated(false), Translated(true)])
            .Concat(extra?.Invoke(Scope) ?? []);
        Space = new Space(family, regions.SelectMany(r => r.Fields).Select(f => (f.Key, f.Value)));
        _text = new PacketText(network, Space, interfaces);
        _evaluators = new() { [false] = new(ruleset, Space, true), [true] = new(ruleset, Space, false) };
    }

    public IntentScope Scope { get; }

    public Space Space { get; }

    public List<(Region Packets, string Address, int Port, string Because)> Translations { get; }

    /// <summary>All packets there are at a hook, of those that were translated before or of those that were not.</summary>
    public List<Box> PacketsAt(HookName hook, bool translated) =>
        Space.BoxesOf(_domain[hook].Select(r => r.And(Translated(translated))), !translated);

    /// <summary>What the ruleset does with packets at a hook.</summary>
    public Outcome Run(HookName hook, IEnumerable<Box> packets, bool translated)
    {
        string[] families = hook == HookName.Bridge ? ["bridge"] : Scope.Family == Family.IPv4 ? ["inet", "ip"] : ["inet", "ip6"];
        return _evaluators[translated].Run(packets, HookOf(hook), hook == HookName.Translation ? "nat" : "filter", families);
    }

    /// <summary>What shall pass a hook, within limits or without.</summary>
    public List<Box> Wanted(HookName hook, bool isConditional, bool translated) =>
        [.. _intent[hook].Where(a => a.IsConditional == isConditional).Select(a => Space.BoxOf(a.Packets, !translated, a.Because)).OfType<Box>()];

    public Difference Found(DifferenceKind kind, HookName hook, Box box) => new(kind, hook, Scope.Family, _text.Of(box, hook), box.Because);

    public static Region Translated(bool translated) => Region.Everything.With(Field.Translated, translated ? 1 : 0);

    private static string HookOf(HookName hook) => hook switch
    {
        HookName.Raw or HookName.Translation => "prerouting",
        HookName.Input => "input",
        HookName.Output => "output",
        _ => "forward",
    };
}

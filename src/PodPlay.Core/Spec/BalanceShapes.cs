using static PodPlay.Spec.SpecShapes;

namespace PodPlay.Spec;

/// <summary>The keys of <c>balance:</c>: a port of the balancer, and where it leads.</summary>
internal static class BalanceShapes
{
    public static Shape Balance { get; } = Map("balance", "Where connections go.",
    [
        .. Pool("Where everything goes that no route names: service.port, or several."),
        Optional("mode", Scalar("mode", "http reads requests; tcp hands bytes on.", Rules.Choice("http", "tcp"))),
        Optional("routes", new Shape { Noun = "routes", Doc = "Names and paths that lead elsewhere. With mode: tcp the name is the one that a TLS client asks for.", Named = new(Rules.Route, Route()) }),
        Optional("redirect", Scalar("redirect", "The own TLS port to which browsers are sent, instead of a service.", Rules.Label)),
    ]);

    private static Shape Route() => ListOrOne("route", "Where it leads: service.port, or several.", Rules.PortReference) with
    {
        Keys = [.. Pool("Where it leads: service.port, or several.")],
    };

    private static IEnumerable<Key> Pool(string to) =>
    [
        Optional("to", ListOrOne("to", to, Rules.PortReference)),
        Optional("method", Scalar("method", "How a server is chosen.", Rules.Choice("roundrobin", "leastconn", "source"))),
        Optional("check", Scalar("check", "A request that a healthy server answers.", Rules.HttpCheck)),
        Optional("weight", Names("weight", "Shares by server or service; 100 is that of one which is not named.", Scalar("weight", "Its share.", Rules.WholeNumber(1, 256)))),
        Optional("drain", ListOrOne("drain", "Servers or services that get nothing new.", Rules.Label)),
        Optional("sorry", Scalar("sorry", "Who answers while no server is up: service.port, or { page: a sentence }.", Rules.PortReference) with
        {
            Keys = [Required("page", Scalar("page", "A sentence for the page that says so.", Rules.Sentence), "page: We are back soon.")],
        }),
    ];
}

using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>One port of <c>balance:</c> to its typed spec.</summary>
internal static class BalanceBinder
{
    public static BalanceSpec Bind(Spanned<string> port, Fields fields) => new(
        port, fields.Text("mode"), fields.Text("redirect"), PoolOf(fields),
        [.. fields.Named("routes").Select(r => (r.Name, RouteOf(r.Value, r.Shape)))]);

    private static PoolSpec RouteOf(SpecNode value, Shape shape) =>
        value is SpecMapping ? PoolOf(new Fields(value, shape)) : new() { To = Fields.ListOf(value, shape), SaysTo = true };

    private static PoolSpec PoolOf(Fields fields) => new()
    {
        To = fields.Texts("to"),
        SaysTo = fields.Has("to"),
        Method = fields.Text("method"),
        Check = fields.Text("check"),
        Weights = [.. fields.Named("weight").Select(w => (w.Name, Weight: WeightOf(w.Value, w.Shape))).Where(w => w.Weight is not null).Select(w => (w.Name, w.Weight!.Value))],
        Drained = fields.Texts("drain"),
        SorryServer = fields.Text("sorry"),
        SorryPage = fields.Map("sorry").Text("page"),
    };

    private static int? WeightOf(SpecNode value, Shape shape) => Fields.ScalarOf(value, shape) is { } text ? Rules.Number(text.Value) : null;
}

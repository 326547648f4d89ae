using System.Globalization;

namespace PodPlay.Drift.Reports;

/// <summary>A socket that waits for somebody.</summary>
/// <param name="Place">Address and port as ss prints them: <c>192.168.1.100:25</c>, <c>[::]:22</c>, <c>127.0.0.53%lo:53</c>.</param>
/// <param name="Unit">Whose control group the program is in; <c>-</c>: no service's.</param>
internal sealed record ReportedSocket(string Protocol, string Place, string Program, string Unit)
{
    /// <summary>-1: what stands there is none.</summary>
    public int Port => int.TryParse(Place.AsSpan(Place.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : -1;

    /// <summary>Without brackets and interface.</summary>
    public string Address => Place[..Math.Max(0, Place.LastIndexOf(':'))].Trim('[', ']').Split('%')[0].Trim(']');

    public bool IsLoopback => Address is "::1" || Address.StartsWith("127.", StringComparison.Ordinal) || Address.StartsWith("::ffff:127.", StringComparison.Ordinal);
}

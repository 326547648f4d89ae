namespace PodPlay.Cli;

/// <summary>How <c>show</c> and <c>where</c> print a table.</summary>
internal enum TableFormat
{
    Table,
    Tsv,
    Json,
}

using PodPlay.Projections;

namespace PodPlay.Cli;

/// <summary>What follows from the format of a table.</summary>
internal static class TableFormats
{
    extension(TableFormat format)
    {
        /// <summary>The form of findings that goes with it.</summary>
        public OutputFormat Findings => format == TableFormat.Json ? OutputFormat.Json : OutputFormat.Text;

        public string Print(Projection table) => format switch
        {
            TableFormat.Tsv => ProjectionText.Tsv(table),
            TableFormat.Json => ProjectionText.Json(table),
            _ => ProjectionText.Table(table),
        };
    }
}

using PodPlay.Model;

namespace PodPlay.Artefacts;

/// <summary>A kind of output. Its folder under <c>templates/</c> bears its id.</summary>
public interface IArtefact
{
    /// <summary>kebab-case, unique.</summary>
    string Id { get; }

    /// <summary>The files of this kind for the whole network, in the order in which they are listed.</summary>
    IEnumerable<PlannedFile> Plan(Network network);
}

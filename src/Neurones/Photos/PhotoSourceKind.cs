namespace Neurones;

/// <summary>The places that photos come from, in the order in which they are tried.</summary>
public enum PhotoSourceKind
{
    /// <summary>Real photos in the folder that the environment variable NEURONES_DATA names.</summary>
    Folder,

    /// <summary>Real photos already in the data folder.</summary>
    Data,

    /// <summary>Real photos downloaded just now into the data folder.</summary>
    Downloaded,

    /// <summary>Drawn photos, because no real ones could be had.</summary>
    Drawn,
}

namespace Neurones.Charts.Hosting;

/// <summary>A notebook that can show something in a cell's output and change it later.</summary>
public interface INotebookHost
{
    /// <summary>Shows a value of a MIME type, such as text/html, in the output of the cell that is running.</summary>
    ILiveOutput Display(string mimeType, string value);
}

/// <summary>Something shown that can change.</summary>
public interface ILiveOutput
{
    /// <summary>Puts another value of the same MIME type in its place.</summary>
    void Update(string value);
}

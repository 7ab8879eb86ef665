namespace Neurones.Charts.Hosting;

/// <summary>Plain standard output: one line that is written over.</summary>
internal sealed class ConsoleHost : INotebookHost
{
    public ILiveOutput Display(string mimeType, string value)
    {
        var line = new Line();
        line.Update(value);
        return line;
    }

    private sealed class Line : ILiveOutput, IDisposable
    {
        private int _length;

        public void Update(string value)
        {
            // The spaces cover what a longer text before left behind.
            Console.Write('\r' + value.PadRight(_length));
            _length = value.Length;
        }

        public void Dispose() => Console.WriteLine();
    }
}

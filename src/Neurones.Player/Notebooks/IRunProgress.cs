namespace Neurones.Player.Notebooks;

/// <summary>Hears how a run goes on.</summary>
public interface IRunProgress
{
    void CellStarted(NotebookCell cell, int count);

    void CellEnded(NotebookCell cell, int count, CellOutcome outcome, TimeSpan time);
}

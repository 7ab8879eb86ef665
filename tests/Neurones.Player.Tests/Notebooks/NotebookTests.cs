using Neurones.Player.Notebooks;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Notebooks;

public sealed class NotebookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_not_ours_survives_a_save()
    {
        const string text = """
            {
             "cells": [
              {
               "cell_type": "raw",
               "id": "r",
               "metadata": {
                "x": 1.50
               },
               "source": "é <b> 'q' \\"
              }
             ],
             "metadata": {
              "custom": null
             },
             "nbformat": 4,
             "nbformat_minor": 5,
             "extra": {}
            }

            """;
        File.WriteAllText(_folder["a.ipynb"], text);
        Notebook.Load(_folder["a.ipynb"]).Save(_folder["deep/b.ipynb"]);
        Assert.Equal(text, File.ReadAllText(_folder["deep/b.ipynb"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"cells":5,"nbformat":4}""")]
    [InlineData("""{"cells":[5],"nbformat":4}""")]
    [InlineData("""{"cells":[],"nbformat":3}""")]
    [InlineData("""{"cells":[],"nbformat":"4"}""")]
    public void What_is_no_notebook_is_named(string text)
    {
        File.WriteAllText(_folder["bad.ipynb"], text);
        Assert.Contains("bad.ipynb", Assert.Throws<InvalidDataException>(() => Notebook.Load(_folder["bad.ipynb"])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}

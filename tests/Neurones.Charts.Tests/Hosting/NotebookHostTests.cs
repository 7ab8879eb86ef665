using Microsoft.DotNet.Interactive;
using Neurones.Charts.Hosting;

namespace Neurones.Charts.Tests.Hosting;

public sealed class NotebookHostTests : IDisposable
{
    public void Dispose() => (NotebookHost.Current, KernelInvocationContext.Current) = (null, null);

    [Fact]
    public void There_is_none_outside_notebooks() => Assert.Null(NotebookHost.Current);

    [Fact]
    public void Finds_dotnet_interactive_and_updates_one_output_in_place()
    {
        var context = KernelInvocationContext.Current = new KernelInvocationContext();

        var output = NotebookHost.Current!.Display("text/html", "<b>1</b>");
        Assert.Equal(["text/html <b>1</b>"], context.Outputs);

        output.Update("<b>2</b>");
        Assert.Equal(["text/html <b>2</b>"], context.Outputs);
    }

    [Fact]
    public void A_kernel_that_sets_itself_comes_first()
    {
        KernelInvocationContext.Current = new KernelInvocationContext();
        var kernel = new RecordingHost();

        NotebookHost.Current = kernel;

        Assert.Same(kernel, NotebookHost.Current);
    }

    [Fact]
    public void Cancellation_is_none_until_a_kernel_sets_it() => Assert.False(NotebookHost.Cancellation.CanBeCanceled);
}

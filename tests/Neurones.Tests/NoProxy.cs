using System.Net;
using System.Runtime.CompilerServices;

namespace Neurones.Tests;

internal static class NoProxy
{
    /// <summary>The tests' servers are on this machine: a proxy from the environment can't reach them.</summary>
    [ModuleInitializer]
    internal static void Set() => HttpClient.DefaultProxy = new WebProxy();
}

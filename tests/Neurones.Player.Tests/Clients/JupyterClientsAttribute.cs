using System.Reflection;
using Xunit.Sdk;

namespace Neurones.Player.Tests.Clients;

/// <summary>Runs a test with both clients: JupyterLab's library, and the older one as VS Code sets it up.</summary>
internal sealed class JupyterClientsAttribute : DataAttribute
{
    public const string VsCode = "vscode";

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["jupyterlab"], [VsCode]];
}

using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Neurones;

/// <summary>
/// MathNet's linear algebra with the processor's vectors, in C#: matrices multiply as fast as with native libraries,
/// with nothing to install. Complex numbers and factorisations stay MathNet's own.
/// </summary>
/// <remarks>
/// It takes effect when this library is loaded, in place of MathNet's managed provider only: a native one that was chosen
/// stays. The environment variable <c>NEURONES_PROVIDER=managed</c> turns it off.
/// </remarks>
internal sealed class SimdLinearAlgebraProvider
    : ILinearAlgebraProvider, ISimdProvider<double>, ISimdProvider<float>, IManagedProvider<Complex>, IManagedProvider<Complex32>
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "A learner's own W * X is fast without a word about it.")]
    internal static void Register()
    {
        var wanted = Environment.GetEnvironmentVariable("NEURONES_PROVIDER");
        if (!"managed".Equals(wanted, StringComparison.OrdinalIgnoreCase) && LinearAlgebraControl.Provider is ManagedLinearAlgebraProvider)
        {
            LinearAlgebraControl.Provider = new SimdLinearAlgebraProvider();
        }
    }

    public bool IsAvailable() => true;

    public void InitializeVerify()
    {
    }

    public void FreeResources()
    {
    }

    public override string ToString() => "Neurones (SIMD)";
}

using System.Runtime.Intrinsics;

namespace Neurones.Tests;

// One class for each type and width: those that this processor lacks are computed by the runtime, slowly but as well.
public sealed class GemmDouble512Tests() : GemmTests<double>(Gemm.Multiply<Vector512<double>, Width512<double>, double>);

public sealed class GemmDouble256Tests() : GemmTests<double>(Gemm.Multiply<Vector256<double>, Width256<double>, double>);

public sealed class GemmDouble128Tests() : GemmTests<double>(Gemm.Multiply<Vector128<double>, Width128<double>, double>);

public sealed class GemmFloat512Tests() : GemmTests<float>(Gemm.Multiply<Vector512<float>, Width512<float>, float>);

public sealed class GemmFloat256Tests() : GemmTests<float>(Gemm.Multiply<Vector256<float>, Width256<float>, float>);

public sealed class GemmFloat128Tests() : GemmTests<float>(Gemm.Multiply<Vector128<float>, Width128<float>, float>);

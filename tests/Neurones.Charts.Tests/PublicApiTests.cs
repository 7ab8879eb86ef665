using Neurones.Tests;

namespace Neurones.Charts.Tests;

public class PublicApiTests
{
    [Fact]
    public void The_figures_public_api_is_the_committed_one() => PublicApi.IsTheOneIn("PublicApi.txt", typeof(Figure).Assembly);
}

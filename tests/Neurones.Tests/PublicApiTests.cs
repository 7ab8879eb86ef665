namespace Neurones.Tests;

public class PublicApiTests
{
    [Fact]
    public void The_librarys_public_api_is_the_committed_one() => PublicApi.IsTheOneIn("PublicApi.txt", typeof(RandomState).Assembly);
}

#:project ../../src/OilRevenueSim/OilRevenueSim.csproj
#:property PublishAot=false

using OilRevenueSim;

var scenario = ScenarioFile.Load("scenarios/sirte-2016.yaml");
Console.WriteLine(scenario.Title);

using System.Globalization;
using GreenBuild.Standards.Samples.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

// Without this, the clock is that of the system.
if (builder.Configuration["now"] is { } now) builder.Services.AddSingleton<TimeProvider>(new FixedClock(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

// One registration for each site of the configuration, under its name as key.
foreach (var site in builder.Configuration.GetSection("Sites").GetChildren()) builder.Services.AddGreenBuildStandards(site.Key, site);

builder.Services.AddHostedService<NightWatch>();
try
{
    await builder.Build().RunAsync();
    return 0;
}
catch (OptionsValidationException mistake)
{
    foreach (var failure in mistake.Failures) Console.Error.WriteLine(failure);
    return 1;
}

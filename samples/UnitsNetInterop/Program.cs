using System;

namespace GreenBuild.Standards.Samples.UnitsNetInterop;

internal static class Program
{
    private static void Main() => Console.Write(DesignModel.Report());
}

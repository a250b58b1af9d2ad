using System.Globalization;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool;

/// <summary>Stations of sites that do not exist: minutes of dust and noise with the faults of real ones, the same for the same seed. Their numbers (MN) say that they are synthetic.</summary>
/// <remarks>No value is a fact: they are made to look at programs, not at cities.</remarks>
internal sealed class SyntheticCity(int sites, CalendarDate first, int days, int seed)
{
    /// <summary>Writes the packets minute by minute, each with its line end.</summary>
    public void Write(Stream stream)
    {
        var random = new Random(seed);
        // Dusty and quiet sites: a mean in µg/m3, and by how many dB the day is louder than the night.
        var characters = Enumerable.Range(0, sites).Select(_ => (Dust: random.Next(40, 260), Night: random.Next(44, 56), Louder: random.Next(8, 20))).ToArray();
        var start = first.ToDateTime();
        for (var minute = 0; minute < days * 24 * 60; minute++)
        {
            var time = start.AddMinutes(minute);
            for (var site = 0; site < sites; site++)
            {
                var packet = Packet(site, characters[site], time, random);
                // A line is down now and then; what was not confirmed is sent again; a byte falls over.
                var luck = random.NextDouble();
                if (luck < 0.004) continue;
                if (luck is > 0.5 and < 0.501) packet[packet.Length / 2] ^= 0x10;
                stream.Write(packet);
                if (luck > 0.998) stream.Write(packet);
            }
        }
    }

    private static byte[] Packet(int site, (int Dust, int Night, int Louder) character, DateTime time, Random random)
    {
        var hours = time.TimeOfDay.TotalHours;
        var isAtWork = hours is >= 6 and < 22;
        // Of the whole dust PM10 is a share that changes from minute to minute, as it does where two instruments measure.
        var tsp = 1.8 * character.Dust * (isAtWork ? 1.4 : 0.7) * (1 + (0.3 * Math.Sin(hours / 24 * 2 * Math.PI))) * (0.8 + (0.4 * random.NextDouble()));
        var pm10 = tsp * (0.48 + (0.16 * random.NextDouble()));
        var level = character.Night + (isAtWork ? character.Louder : 0) + (6 * random.NextDouble());
        var mark = random.NextDouble() switch { < 0.003 => "M", < 0.005 => "D", _ => "N" };
        return new Hj212Writer { Qn = time.AddMinutes(1).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture), St = "39", Cn = "2051", Mn = "SYNTHETIC" + (site + 1).ToString("000000", CultureInfo.InvariantCulture), Flag = 4 }
            .Add("DataTime", time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture))
            .Add("a34001", "Avg", Math.Round((decimal)tsp, 1)).Add("a34001", "Flag", mark)
            .Add("a34002", "Avg", Math.Round((decimal)pm10, 1)).Add("a34002", "Flag", mark)
            .Add("Leq", "Avg", Math.Round((decimal)level, 1)).Add("Leq", "Flag", mark)
            .ToArray();
    }
}

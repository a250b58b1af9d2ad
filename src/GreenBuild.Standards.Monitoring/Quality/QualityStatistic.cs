namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>What a finding counts or computes: its word for programs, and its name for people.</summary>
internal sealed record QualityStatistic(string Key, BilingualText Name)
{
    public static QualityStatistic RunLength { get; } = new("readingsInARow", new("equal readings in a row", "连续相同读数的条数"));

    public static QualityStatistic LargestResidual { get; } = new("largestResidual", new("largest residual of a least-squares line, in steps of the resolution", "最小二乘直线最大残差与分辨率之比"));

    public static QualityStatistic EqualReadings { get; } = new("equalReadingsOfDay", new("equal readings of a day", "一天内相同读数的条数"));

    public static QualityStatistic EqualExtremes { get; } = new("shareOfEqualExtremes", new("share of periods whose minimum, mean and maximum are equal", "最小值、平均值、最大值相等的周期比例"));

    public static QualityStatistic SampledPeriods { get; } = new("shareOfSampledPeriods", new("share of periods whose value is the sample at one place, and not the mean", "取值等于固定位置样本而非平均值的周期比例"));

    public static QualityStatistic TopBand { get; } = new("shareInTopBand", new("share of readings in the top 3 % of the range", "位于取值范围顶端 3% 内的读数比例"));

    public static QualityStatistic ClippingZ { get; } = new("zBesideLimit", new("z of the binomial test, readings just below and just above the limit", "二项检验 z 值（紧邻限值上下的读数）"));

    public static QualityStatistic DifferentValues { get; } = new("shareOfDifferentValues", new("different values, as a share of those that resolution and spread allow", "不同取值个数与分辨率和离散范围所允许个数之比"));

    public static QualityStatistic LastDigits { get; } = new("chiSquareOfLastDigits", new("chi-square of the last digits, 9 degrees of freedom", "末位数字卡方值（自由度 9）"));

    public static QualityStatistic Step { get; } = new("stepInPercentiles99", new("step in 99th percentiles of all steps", "相邻读数之差与其第 99 百分位数之比"));

    public static QualityStatistic MedianRatio { get; } = new("ratioOfMedians", new("ratio of the medians of 12 readings on each side", "前后各 12 条读数中位数之比"));

    public static QualityStatistic Median { get; } = new("median", new("median, beyond what outdoor air has", "中位数（超出室外空气的合理范围）"));

    public static QualityStatistic ClockJump { get; } = new("jumpOfSamplingTimes", new("jump of the sampling times, as a share of the duration", "采样时刻跳变占周期的比例"));

    public static QualityStatistic ClockDrift { get; } = new("driftOfSamplingTimes", new("drift of the daily median sampling time, as a share of the duration", "逐日采样时刻中位数漂移占周期的比例"));

    public static QualityStatistic MissingNights { get; } = new("pOfMissingNights", new("p of McNemar's exact test, nights against days missing", "McNemar 精确检验 p 值（夜间缺失与昼间缺失）"));

    public static QualityStatistic GapsAtPeaks { get; } = new("pOfGapsAtPeaks", new("p of the binomial test, gaps that follow the highest tenth of values", "二项检验 p 值（紧接最高 10% 读数之后的缺口）"));
}

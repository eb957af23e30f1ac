namespace Pulumi;

public static partial class Output
{
    /// <summary>The 2 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Tuple(OutputOf(item1), OutputOf(item2));

    /// <summary>The 2 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => Combine([item1, item2], v => ((T1)v[0]!, (T2)v[1]!));

    /// <summary>The 3 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(OutputOf(item1), OutputOf(item2), OutputOf(item3));

    /// <summary>The 3 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => Combine([item1, item2, item3], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!));

    /// <summary>The 4 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Tuple(OutputOf(item1), OutputOf(item2), OutputOf(item3), OutputOf(item4));

    /// <summary>The 4 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => Combine([item1, item2, item3, item4], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!));

    /// <summary>The 5 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5)
        => Tuple(OutputOf(item1), OutputOf(item2), OutputOf(item3), OutputOf(item4), OutputOf(item5));

    /// <summary>The 5 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5)
        => Combine([item1, item2, item3, item4, item5], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!));

    /// <summary>The 6 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6)
        => Tuple(OutputOf(item1), OutputOf(item2), OutputOf(item3), OutputOf(item4), OutputOf(item5), OutputOf(item6));

    /// <summary>The 6 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6)
        => Combine([item1, item2, item3, item4, item5, item6], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!));

    /// <summary>The 7 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6,
        Input<T7> item7)
        => Tuple(OutputOf(item1), OutputOf(item2), OutputOf(item3), OutputOf(item4), OutputOf(item5), OutputOf(item6), OutputOf(item7));

    /// <summary>The 7 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6,
        Output<T7> item7)
        => Combine(
            [item1, item2, item3, item4, item5, item6, item7],
            v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!));

    /// <summary>The 8 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6,
        Input<T7> item7,
        Input<T8> item8)
        => Tuple(
            OutputOf(item1),
            OutputOf(item2),
            OutputOf(item3),
            OutputOf(item4),
            OutputOf(item5),
            OutputOf(item6),
            OutputOf(item7),
            OutputOf(item8));

    /// <summary>The 8 values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6,
        Output<T7> item7,
        Output<T8> item8)
        => Combine(
            [item1, item2, item3, item4, item5, item6, item7, item8],
            v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!, (T8)v[7]!));
}

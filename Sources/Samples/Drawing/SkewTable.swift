/// A skewed distribution given by its quantiles, so that amounts are drawn in whole numbers only.
///
/// The points are as many equally likely steps; between two of them the value is drawn evenly.
public struct SkewTable: Sendable {
    private let permille: [Int]

    /// A table of quantiles in thousandths of the middle value, in rising order, at least two.
    public init(permille: [Int]) {
        self.permille = permille
    }

    /// A value whose middle is the given one.
    public func draw(middle: Int, _ generator: inout SeededGenerator) -> Int {
        guard permille.count > 1 else { return middle }
        let position = generator.below((permille.count - 1) << 16)
        let step = position >> 16
        let rise = (permille[step + 1] - permille[step]) * (position & 0xFFFF)
        // Divided in two turns: a middle of ten million roubles in kopecks times a rare deal would not fit 64 bits.
        return (middle * (((permille[step] << 16) + rise) / 1000)) >> 16
    }
}

extension SkewTable {
    /// Orders of one client: many middling ones and a few large (log-normal, sigma 0.8).
    static let deals = SkewTable(permille: [
        100, 225, 293, 348, 398, 446, 492, 537, 583, 629, 676, 725, 775, 827, 882, 939, 1000, 1065, 1134, 1209,
        1290, 1380, 1478, 1589, 1715, 1861, 2033, 2243, 2510, 2870, 3412, 4438, 9999,
    ])

    /// Orders of very different clients (log-normal, sigma 1.2).
    static let wideDeals = SkewTable(permille: [
        32, 75, 107, 134, 159, 182, 206, 229, 251, 274, 298, 321, 345, 369, 394, 419, 445, 472, 499, 527, 556,
        586, 617, 649, 682, 717, 752, 789, 828, 868, 910, 954, 1000, 1048, 1099, 1152, 1208, 1267, 1329, 1395,
        1466, 1541, 1620, 1706, 1798, 1897, 2004, 2120, 2247, 2386, 2539, 2709, 2900, 3115, 3360, 3644, 3977,
        4375, 4863, 5481, 6302, 7472, 9349, 13259, 31620,
    ])

    /// Plans around what was to be expected (log-normal, sigma 0.25).
    static let plans = SkewTable(permille: [
        487, 628, 681, 719, 750, 777, 801, 824, 845, 865, 885, 904, 923, 942, 961, 981, 1000, 1020, 1040, 1061,
        1083, 1106, 1130, 1156, 1184, 1214, 1248, 1287, 1333, 1390, 1467, 1593, 2053,
    ])

    /// Days until something happens, its middle being the mean (exponential).
    static let waits = SkewTable(permille: [
        0, 32, 65, 98, 134, 170, 208, 247, 288, 330, 375, 421, 470, 521, 575, 633, 693, 758, 827, 901, 981,
        1068, 1163, 1269, 1386, 1520, 1674, 1856, 2079, 2367, 2773, 3466, 6000,
    ])
}

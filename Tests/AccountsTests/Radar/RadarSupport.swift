import Accounts
import Periods
import Quantities

/// The findings of one account on 15 October 2026, written as `R1 p0077 note owner+receiver`.
func look(
    on date: CivilDay = today, market: SalesTrend? = nil, _ thresholds: RadarThresholds = RadarThresholds(),
    _ fill: (inout RadarAccount) throws -> Void
) rethrows -> [String] {
    var account = RadarAccount("c034")
    try fill(&account)
    return Radar(russia, thresholds: thresholds).findings(account, market: market, on: date).map(line)
}

func line(_ finding: Finding) -> String {
    let addressees = finding.addressees.map(\.rawValue).joined(separator: "+")
    return "\(finding.rule.name) \(finding.key.subject) \(finding.severity) \(addressees)"
}

/// A norm of so many days with calls on these days.
func calls(norm: Int, _ days: [String]) throws -> CallNorm {
    try CallNorm(norm: Timeline([Dated(norm, .always)]), days: [.always], calls: days.map(day), russia)
}

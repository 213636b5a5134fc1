internal import Messages
public import Quantities

extension Explanation {
    /// What an award would come to exactly on target, for the time that counts: its target pay by the share of time worked; `nil` for
    /// awards without a target pay.
    public var targetPay: FixedDecimal? {
        guard let whole = figure(of: .targetPay) else { return nil }
        guard let share = figure(of: .timeShare) else { return whole }
        return try? whole.multiplied(by: share)
    }

    private func figure(of label: LocalizedText) -> FixedDecimal? {
        for child in children where child.label == label {
            if case .figure(let value, _) = child.content { return value }
        }
        return nil
    }
}

internal import Foundation
internal import Payroll
internal import Periods
internal import Storage

/// The signed file of a statement, which its owner can calculate again anywhere.
enum SignedStatementHandler {
    static let show: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        guard let period = permit.subject.period, isHandedOut(to: permit), let key = try asked.site.signingKey() else {
            throw Problem.absent
        }
        let reading = try PayReading(asked, permit.subject)
        guard try reading.recorded().contains(where: { $0.run.period == period.description && $0.isSeen }) else {
            throw Problem.absent
        }
        let bundle = try await reading.cycle.statement(of: permit.subject.person, period.description)
        return .file(
            [UInt8](try bundle.signed(with: key).json()), type: "application/json; charset=utf-8",
            name: "statement-\(period).json")
    }

    /// It holds all rows that the figures need, the base pay of an assignment among them, which a head does not see.
    static func isHandedOut(to permit: Permit<PayOfPerson>) -> Bool {
        permit.subject.isOwn || permit.reader.mayAll(.seePay)
    }
}

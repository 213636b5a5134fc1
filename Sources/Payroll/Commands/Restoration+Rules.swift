public import Storage

extension Restoration {
    /// Makes sure that a backup may be restored: by a person whom one of the two databases knows, with the right and a reason.
    public func check(by principal: Principal, reason: String) throws(PayrollFailure) {
        guard principal.may(.keepRecords) else { throw .refused(.notAllowed(actor: principal.name, .keepRecords)) }
        guard people.contains(principal.name) else { throw .refused(.noSuchPerson(principal.name)) }
        if reason.allSatisfy(\.isWhitespace) { throw .refused(.empty(.reason)) }
    }
}

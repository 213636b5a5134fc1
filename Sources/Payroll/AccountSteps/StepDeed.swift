internal import AccountSteps
internal import Foundation
internal import Messages

/// The record of a step of key account work, as people read it.
enum StepDeed {
    /// What such a record notes.
    private struct Detail: Decodable {
        let step: String
        let subject: String
    }

    /// `confirm that it was done: p0077`; `nil` for a record that notes no step.
    static func title(_ detail: String) -> LocalizedText? {
        guard let noted = try? JSONDecoder().decode(Detail.self, from: Data(detail.utf8)) else { return nil }
        // A step of a later version keeps its name.
        let title = AccountSteps.step(noted.step)?.title ?? LocalizedText(noted.step)
        return LocalizedText(en: "\(title): \(noted.subject)", ru: "\(title): \(noted.subject)")
    }
}

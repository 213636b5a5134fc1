public import Company
internal import Messages
internal import Storage

/// A plan as a kept text of the company has it.
public struct PlanVersion: Sendable, Hashable {
    /// The plan with what it names.
    public let rules: PlanRules
    /// The digest of the company's whole text; `nil` for the text that lies in the folder and was never calculated with.
    public let model: String?
    /// Who calculated with it first, or approved it; empty for the text that lies in the folder.
    public let actor: String
    /// When, as ISO 8601 in UTC; empty for the text that lies in the folder.
    public let at: String
    /// How it was approved here, if it was.
    public let approval: ApprovedText?
}

extension PayCycle {
    /// The versions of a plan among the last texts that were kept and the text of now, the first one first; a text in which nothing of
    /// it changed is no version.
    ///
    /// - Parameter most: Among so many of the last texts.
    public func versions(ofPlan name: String, most: Int = 60) throws(PayrollFailure) -> [PlanVersion] {
        let (kept, texts) = try read { snapshot in
            let kept = try snapshot.models(most: most)
            return (kept, try kept.map { try snapshot.model($0.digest) })
        }
        let approvals = try approvals(texts + [text])
        var versions: [PlanVersion] = []
        for (model, text) in zip(kept, texts) {
            guard let rules = PlanRules(name, in: text), rules.digest != versions.last?.rules.digest else { continue }
            versions.append(
                PlanVersion(
                    rules: rules, model: model.digest, actor: model.actor, at: model.at,
                    approval: approvals[model.digest]))
        }
        if let rules = PlanRules(name, in: text), rules.digest != versions.last?.rules.digest {
            versions.append(PlanVersion(rules: rules, model: nil, actor: "", at: "", approval: nil))
        }
        return versions
    }

    /// By the digest of the company's text.
    private func approvals(_ texts: [[SourceFile]]) throws(PayrollFailure) -> [String: ApprovedText] {
        let book = PlanBook(in: workspace)
        var approvals: [String: ApprovedText] = [:]
        do {
            for file in Set(texts.flatMap { $0.map(\.path) }) {
                for approval in try book.approvals(of: file) { approvals[approval.model] = approval }
            }
        } catch {
            throw PayrollFailure(error)
        }
        return approvals
    }

    /// A text of the company that was kept.
    public func keptText(_ model: String) throws(PayrollFailure) -> [SourceFile] { try read { try $0.model(model) } }
}

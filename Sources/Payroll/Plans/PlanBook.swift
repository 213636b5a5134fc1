public import Company
internal import Messages
public import Storage

/// Drafts of the company's text, their approval, and who has acknowledged how he is paid: objects under the audit chain.
///
/// An analyst writes, an executive approves: what he wrote himself nobody approves, and no plan that pays himself.
public struct PlanBook: Sendable {
    private let workspace: Workspace

    /// The most bytes of a text that is written here.
    public static let longestText = 200 << 10

    /// The book of a workspace.
    public init(in workspace: Workspace) { self.workspace = workspace }

    // MARK: Drafts

    /// The draft of a file; `nil` when there is none.
    public func draft(of file: String) throws -> PlanDraft? {
        try workspace.read { try $0.object(PlanObjects.draft(file)).flatMap(PlanDraft.init) }
    }

    /// The version that a first draft of a file would follow: drafts that were approved or dropped leave theirs behind.
    public func lastVersion(of file: String) throws -> Int64 {
        try workspace.read { try $0.object(PlanObjects.draft(file))?.version ?? 0 }
    }

    /// Every draft there is, by file.
    public func drafts() throws -> [PlanDraft] {
        try workspace.read { try $0.objects(room: PlanObjects.room, kind: "draft").compactMap(PlanDraft.init) }
    }

    /// Keeps a draft.
    ///
    /// - Parameters:
    ///   - text: What the file shall hold, faults and all.
    ///   - folder: The company's text as it lies in its folder now; a first draft begins from it.
    ///   - version: The version that whoever saves has seen, 0 or that of ``lastVersion(of:)`` when there was none.
    /// - Throws: ``PlanRefusal``.
    @discardableResult
    public func save(
        _ text: String, of file: String, in folder: [SourceFile], after version: Int64, by principal: Principal
    ) throws -> PlanDraft {
        try check(.writePlans, principal)
        guard let own = folder.first(where: { $0.path == file }) else { throw PlanRefusal.noSuchFile(file) }
        guard text.utf8.count <= Self.longestText else { throw PlanRefusal.tooLong(most: Self.longestText >> 10) }
        return try workspace.write(by: principal.name) { writing in
            let last = try writing.object(PlanObjects.draft(file))
            let known = last.flatMap(PlanDraft.init)
            if let last, last.version != version { throw PlanRefusal.draftHasChanged(by: last.actor) }
            let content = PlanObjects.Draft(base: known?.base ?? Self.digest(own), text: text)
            try writing.take(
                "saved", with: PlanObjects.draft(file), content: try PlanObjects.text(content),
                after: last?.version ?? 0)
            guard let draft = try writing.object(PlanObjects.draft(file)).flatMap(PlanDraft.init) else {
                throw PlanRefusal.noDraft(file)
            }
            return draft
        }
    }

    /// Drops a draft; what was saved stays under the audit chain.
    public func drop(_ file: String, after version: Int64, by principal: Principal) throws {
        try check(.writePlans, principal)
        try workspace.write(by: principal.name) { writing in
            let draft = try Self.draft(file, in: writing, after: version)
            try writing.take("dropped", with: PlanObjects.draft(file), content: nil, after: draft.version)
        }
    }

    // MARK: Approval

    /// What an approval needs to know beside the draft.
    public struct Approving {
        /// The company's text as it lies in its folder now.
        public var folder: [SourceFile]
        /// How many errors the text has with the draft in it.
        public var errors: Int
        /// A plan of the file that pays whoever approves; `nil` when none does.
        public var ownPlan: String?
        /// Puts the file into the folder if it still holds what it held; `false` when it does not.
        public var replace: (_ file: SourceFile, _ before: [UInt8]) throws -> Bool

        /// What an approval needs to know.
        public init(
            folder: [SourceFile], errors: Int, ownPlan: String?,
            replace: @escaping (_ file: SourceFile, _ before: [UInt8]) throws -> Bool
        ) {
            self.folder = folder
            self.errors = errors
            self.ownPlan = ownPlan
            self.replace = replace
        }
    }

    /// Why a draft would not be approved; `nil` when nothing stands against it.
    public func refusal(of file: String, _ approving: Approving, by principal: Principal) throws -> PlanRefusal? {
        do {
            try check(.approvePlans, principal)
            let draft = try workspace.read { try $0.object(PlanObjects.draft(file)) }.flatMap(PlanDraft.init)
            guard let draft else { throw PlanRefusal.noDraft(file) }
            try check(draft, approving, by: principal)
            return nil
        } catch let refusal as PlanRefusal {
            return refusal
        }
    }

    /// Approves a draft: the company's text with it is kept, and the file is put into the folder, or nothing is done.
    ///
    /// The file is written last, while the records are still open: when it cannot be, nothing is recorded.
    ///
    /// - Parameter version: The version that was looked at.
    /// - Throws: ``PlanRefusal``, or why the file cannot be written.
    @discardableResult
    public func approve(
        _ file: String, after version: Int64, _ approving: Approving, by principal: Principal
    ) throws -> ApprovedText {
        try check(.approvePlans, principal)
        return try workspace.write(by: principal.name) { writing in
            let draft = try Self.draft(file, in: writing, after: version)
            let before = try check(draft, approving, by: principal)
            let after = SourceFile(path: file, bytes: Array(draft.text.utf8))
            let model = try writing.saveModel(approving.folder.map { $0.path == file ? after : $0 })
            try writing.take("approved", with: PlanObjects.draft(file), content: nil, after: draft.version)
            let content = PlanObjects.Approval(
                after: Self.digest(after), author: draft.author, before: draft.base, model: model)
            let name = PlanObjects.approval(file)
            try writing.take(
                "approved", with: name, content: try PlanObjects.text(content),
                after: try writing.object(name)?.version ?? 0)
            guard let approved = try writing.object(name).flatMap(ApprovedText.init) else {
                throw PlanRefusal.noDraft(file)
            }
            guard try approving.replace(after, before.bytes) else { throw PlanRefusal.fileHasChanged(file) }
            return approved
        }
    }

    /// The file as it lies in the folder, when nothing stands against the approval.
    @discardableResult
    private func check(_ draft: PlanDraft, _ approving: Approving, by principal: Principal) throws -> SourceFile {
        if draft.author == principal.name { throw PlanRefusal.ownDraft }
        if let plan = approving.ownPlan { throw PlanRefusal.ownPay(plan: plan) }
        guard let own = approving.folder.first(where: { $0.path == draft.file }) else {
            throw PlanRefusal.noSuchFile(draft.file)
        }
        guard Self.digest(own) == draft.base else { throw PlanRefusal.fileHasChanged(draft.file) }
        if own.bytes == Array(draft.text.utf8) { throw PlanRefusal.nothingChanged(draft.file) }
        if approving.errors > 0 { throw PlanRefusal.atFault(errors: approving.errors) }
        return own
    }

    /// The texts of a file that were approved, the first one first.
    public func approvals(of file: String) throws -> [ApprovedText] {
        try workspace.read { try $0.history(of: PlanObjects.approval(file)).compactMap(ApprovedText.init) }
    }

    // MARK: Acknowledgement

    /// Notes that a payee has read how he is paid; once for the same rules.
    ///
    /// - Parameters:
    ///   - rules: The plan as it is in force.
    ///   - digest: The digest of what he has read.
    /// - Throws: ``PlanRefusal/readAnother`` when that is not the same.
    public func acknowledge(_ rules: PlanRules, read digest: String, by principal: Principal) throws {
        guard let person = principal.person else { throw PlanRefusal.notAllowed(.readPlans) }
        guard rules.digest == digest else { throw PlanRefusal.readAnother }
        let name = PlanObjects.acknowledgement(rules.plan.name, person)
        try workspace.write(by: principal.name) { writing in
            let last = try writing.object(name)
            if last.flatMap(PlanAcknowledgement.init)?.digest == digest { return }
            let content = PlanObjects.Acknowledgement(digest: digest, person: person, plan: rules.plan.name)
            try writing.take(
                "acknowledged", with: name, content: try PlanObjects.text(content), after: last?.version ?? 0)
        }
    }

    /// What people have acknowledged of a plan last, by person.
    public func acknowledgements(of plan: String) throws -> [String: PlanAcknowledgement] {
        let all = try workspace.read { try $0.objects(room: PlanObjects.room, kind: "acknowledgement") }
        let own = all.compactMap(PlanAcknowledgement.init).filter { $0.plan == plan }
        return Dictionary(own.map { ($0.person, $0) }) { _, later in later }
    }

    // MARK: Below

    /// The digest of a file's bytes.
    public static func digest(_ file: SourceFile) -> String { SHA256Digest.of(file.bytes).hex }

    private func check(_ right: Right, _ principal: Principal) throws {
        guard principal.may(right) else { throw PlanRefusal.notAllowed(right) }
    }

    private static func draft(_ file: String, in reading: ReadTransaction, after version: Int64) throws -> PlanDraft {
        guard let kept = try reading.object(PlanObjects.draft(file)), let draft = PlanDraft(kept) else {
            throw PlanRefusal.noDraft(file)
        }
        guard draft.version == version else { throw PlanRefusal.draftHasChanged(by: draft.author) }
        return draft
    }
}

internal import HTTPTypes
internal import Pages
internal import Payroll

/// Where data come in.
extension RouteTable {
    static let data: [Route] =
        [
            .right([.importRows], .get, "/data", DataWords.data, DataHandler.show),
            .right([.importRows], .get, "/data/imports", DataWords.imports, ImportsHandler.list),
            .right([.importRows], .post, filePath, DataWords.bring, body: .upload, ImportsHandler.bring),
            .right([.importRows], .get, "/data/imports/{upload}", DataWords.file, ImportHandler.show),
            .right(
                [.importRows], .get, "/data/imports/{upload}/rows/{row}", DataWords.mend, ImportRowHandler.show),
            .right(
                [.importRows], .post, "/data/imports/{upload}/rows/{row}", DataWords.mend, body: .long,
                ImportRowHandler.mend),
            .right([.importRows, .setTargets], .get, "/data/targets", TargetWords.targets, TargetsHandler.show),
            .right([.setTargets], .post, "/data/targets", TargetWords.save, body: .long, TargetsHandler.save),
            .right(
                [.setTargets], .post, "/data/targets/decisions", TargetWords.decide, body: .long,
                TargetProposalsHandler.decide),
            .ownOrAll(.setTargets, .get, "/team/targets", TargetWords.propose, TargetProposalsHandler.show),
            .ownOrAll(
                .setTargets, .post, "/team/targets", TargetWords.propose, body: .long, TargetProposalsHandler.propose),
            .right([.importRows], .get, "/data/assignments", TargetWords.assignments, AssignmentsHandler.list),
            .right(
                [.importRows], .get, "/data/assignments/{row}", TargetWords.changeAssignment, AssignmentsHandler.form),
            .right(
                [.importRows], .post, "/data/assignments/{row}", TargetWords.saveAssignment, body: .long,
                AssignmentsHandler.save),
        ] + steps

    private static let filePath = "/data/imports"

    private static let steps: [Route] = [
        step("answers", DataWords.answer, ImportHandler.answer),
        step("columns", DataWords.change, ImportHandler.readOtherwise),
        step("trial", DataWords.tryIt, ImportHandler.tryIt),
        step("confirmation", DataWords.confirm, ImportHandler.confirm),
        step("stop", DataWords.stop, ImportHandler.stop),
        step("again", DataWords.again, ImportHandler.again),
        step("removal", DataWords.remove, ImportHandler.remove),
    ]

    private static func step(
        _ name: String, _ purpose: Words,
        _ answer: @escaping @Sendable (Asked, Permit<Everybody>) async throws -> Answer
    ) -> Route {
        .right([.importRows], .post, "/data/imports/{upload}/" + name, purpose, body: .long, answer)
    }

    /// Whether a request may bring a file, and so more than a form.
    static func takesFile(_ head: HTTPRequest) -> Bool {
        guard head.method == .post, let path = head.path?.split(separator: "?").first else { return false }
        return withFile.contains { $0.matches(path) }
    }

    private static let withFile = all.filter(\.body.hasFile).map(\.path)
}

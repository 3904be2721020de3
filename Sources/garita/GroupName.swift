import Repatriation
import Store

extension Arguments {
    /// The group that somebody names: by its number in answers, or as its point calls it (`G3`,
    /// with `--point`).
    ///
    /// Throws `unknownGroup`, and a usage error where `G3` is named without a point.
    func group(_ text: String, in store: Store, for officer: Officer) throws -> Identifier<Group> {
        if let number = Int(text), number > 0 { return Identifier(number) }
        guard text.uppercased().hasPrefix("G"), Int(text.dropFirst()) != nil else {
            throw Refusal(.unknownGroup)
        }
        guard let code = try point() else {
            throw UsageError(
                "Cada punto tiene su \(text.uppercased()): diga también --point.",
                "Each point has its \(text.uppercased()): add --point.")
        }
        let named = try store.answer(GroupsOf(code).reading, for: officer.asker, at: now()).first {
            $0.group.name == text.uppercased()
        }
        guard let named else { throw Refusal(.unknownGroup) }
        return named.id
    }
}

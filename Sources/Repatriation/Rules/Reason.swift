/// What a reason is, wherever one is given or demanded.
package enum Reason {
    /// Whether it tells anything: at least a word. A dot is no reason.
    package static func isTold(_ text: String?) -> Bool {
        text.map { !NameText.folded($0).isEmpty } ?? false
    }
}

extension Act {
    /// The one place where reasons are looked at, whoever gives the act. Throws `reasonMissing`.
    package func checkReasons() throws(Refusal) {
        for parameter in Self.parameters {
            guard let name = parameter.reasonMember,
                case .string(let text)? = parameter.write(self)[name]
            else { continue }
            guard Reason.isTold(text) else { throw Refusal(.reasonMissing) }
        }
    }
}

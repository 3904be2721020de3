import Repatriation
import Terminal

/// A command of a screen: its key and words, why it does nothing now, and what it does.
///
/// A screen's rows are the one place that says so: dispatch, footer, help and palette read them.
package struct KeyRow<Owner: Screen>: Sendable {
    typealias Reason = @Sendable (Owner, Workplace) -> Why?
    typealias Act = @Sendable (inout Owner, Workplace) -> [Step]

    let binding: Binding
    /// Why it does nothing now; nil where it does something.
    let why: Reason
    /// What it does; nil where that is the same on every screen: the row only gives it its place.
    let act: Act?

    init(_ binding: Binding, unless why: @escaping Reason = { _, _ in nil }, _ act: Act?) {
        self.binding = binding
        self.why = why
        self.act = act
    }

    /// Does it, or says why not.
    func press(_ owner: inout Owner, _ context: Workplace) -> [Step]? {
        why(owner, context).map { [$0.step] } ?? act?(&owner, context)
    }

    /// The same, which does nothing for one reason more.
    func unless(_ more: @escaping Reason) -> KeyRow {
        KeyRow(binding, unless: { why($0, $1) ?? more($0, $1) }, act)
    }

    func unless(_ more: KeyPath<Owner, Why?> & Sendable) -> KeyRow {
        unless { owner, _ in owner[keyPath: more] }
    }
}

/// Rows about the screen as a whole.
extension KeyRow {
    typealias OwnAct = @Sendable (inout Owner) -> [Step]

    static func key(_ key: Key, _ es: String, _ en: String, _ act: @escaping OwnAct) -> KeyRow {
        KeyRow(Binding(key, es, en)) { owner, _ in act(&owner) }
    }

    static func key(
        _ letter: Letter, _ es: String = "", _ en: String = "", _ act: @escaping OwnAct
    ) -> KeyRow { KeyRow(letter.binding(es, en)) { owner, _ in act(&owner) } }

    /// What the key does on every screen, at its place among those of this one.
    static func everywhere(_ key: Key, _ es: String, _ en: String) -> KeyRow {
        KeyRow(Binding(key, es, en), nil)
    }

    /// What a form, or a field, does with the key.
    static func field(_ key: Key, _ es: String, _ en: String) -> KeyRow {
        KeyRow(Binding(key, es, en)) { $0.moveOrType(key, $1) }
    }

    static var back: KeyRow { .key(.escape, "Atrás", "Back") { _ in [.pop] } }
}

/// Rows about what the keys act on.
extension KeyRow where Owner: Aimed {
    typealias TargetAct = @Sendable (Owner.Target) -> [Step]
    typealias WholeAct = @Sendable (inout Owner, Owner.Target, Workplace) -> [Step]

    static func on(_ key: Key, _ es: String, _ en: String, _ act: @escaping TargetAct) -> KeyRow {
        on(Binding(key, es, en)) { _, target, _ in act(target) }
    }

    static func on(
        _ letter: Letter, _ es: String = "", _ en: String = "", _ act: @escaping TargetAct
    ) -> KeyRow { on(letter.binding(es, en)) { _, target, _ in act(target) } }

    static func on(_ key: Key, _ es: String, _ en: String, _ act: @escaping WholeAct) -> KeyRow {
        on(Binding(key, es, en), act)
    }

    static func on(
        _ letter: Letter, _ es: String = "", _ en: String = "", _ act: @escaping WholeAct
    ) -> KeyRow { on(letter.binding(es, en), act) }

    private static func on(_ binding: Binding, _ act: @escaping WholeAct) -> KeyRow {
        KeyRow(binding, unless: { $0.barred($1) ?? ($0.target == nil ? .unheard : nil) }) {
            owner, context in
            owner.target.map { act(&owner, $0, context) } ?? []
        }
    }

    func unless(_ more: @escaping @Sendable (Owner.Target) -> Why?) -> KeyRow {
        unless { owner, _ in owner.target.flatMap(more) }
    }
}

extension KeyRow where Owner: Listing {
    static var showNew: KeyRow {
        .key(.showNew) {
            $0.list.adopt()
            return []
        }
        .unless { screen, _ in screen.list.hasFresh ? nil : .unheard }
    }
}

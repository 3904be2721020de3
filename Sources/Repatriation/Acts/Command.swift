/// What somebody wants: an act of any kind.
package struct Command: Sendable, Equatable {
    /// The act itself.
    package let act: any Act
    /// Where it happened before it was typed: on which sheet it stands, and when.
    package var paper: FromPaper?

    /// The command that wants an act.
    package init(act: any Act, from paper: FromPaper? = nil) {
        self.act = act
        self.paper = paper
    }

    /// The command that wants an act.
    package static func act(_ act: some Act) -> Command { Command(act: act) }

    /// The same is wanted, whenever it happened.
    package static func == (left: Command, right: Command) -> Bool {
        left.act.isSame(as: right.act)
    }

    /// The act of a kind; nil where it wants another.
    package func act<Kind: Act>(_: Kind.Type) -> Kind? { act as? Kind }

    /// The kind's name.
    package var name: CommandName { type(of: act).name }

    /// The command as a line of `send`.
    package var line: JSON { act.line }
}

extension Command {
    /// Reads one line of `send`: `{"do":"callNext","point":"NOG","desk":3}`.
    ///
    /// Throws `notJSON`, `unknownCommand`, `unknownField`, `unknownCode`, `missingField` or
    /// `invalidValue`.
    package init(_ json: JSON) throws(Refusal) {
        guard case .object = json else { throw Refusal(.notJSON) }
        guard let name = json["do"]?.text else { throw Refusal(.missingField, ["field": "do"]) }
        var reader = try CommandReader(json)
        paper = try FromPaper(line: &reader)
        guard let act = try Acts.read(name, &reader) else {
            throw Refusal(
                .unknownCommand, ["do": .string(String((NameText.cleaned(name) ?? "?").prefix(40)))]
            )
        }
        try reader.finish()
        self.act = act
    }
}

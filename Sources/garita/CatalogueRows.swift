import Repatriation
import Store

/// The rows of every catalogue as data.
enum CatalogueRows {
    private static let fixed: [String: @Sendable () -> [JSON]] = [
        "states": {
            MexicanState.all.map {
                [
                    "code": .string($0.code), "inegi": .string($0.inegi), "iso": JSON($0.iso),
                    "name": .string($0.name),
                ]
            }
        },
        "us-states": {
            USState.codes.map { ["code": .string($0), "name": JSON(USState.name($0))] }
        },
        "flags": {
            Flag.allCases.map { flag in
                ["code": .string(flag.rawValue), "class": .string(PriorityClass.code(for: [flag]))]
            }
        },
        "help": { HelpKind.allCases.map { row($0.rawValue, $0.label) } },
        "referral": {
            ReferralKind.allCases.map { kind in
                [
                    "code": .string(kind.rawValue), "letter": .string(kind.acronym),
                    "name": .string(kind.label.es),
                    "english": .string(kind.label.en), "dueMinutes": .int(kind.dueMinutes),
                    "bases": .array(kind.bases.map { .string($0.rawValue) }),
                ]
            }
        },
        "property": { Property.allCases.map { row($0.rawValue, $0.label) } },
        "exits": { Exit.allCases.map { ["code": .string($0.rawValue)] } },
        "classes": {
            PriorityClass.shipped.map { entry in
                [
                    "code": .string(entry.code), "tier": .int(entry.tier),
                    "targetMinutes": .int(entry.targetMinutes),
                    "attendedBy": .array(
                        entry.attendedBy.map(\.rawValue).sorted().map(JSON.string)),
                ]
            }
        },
    ]

    private static func row(_ code: String, _ label: Bilingual) -> JSON {
        ["code": .string(code), "name": .string(label.es), "english": .string(label.en)]
    }

    /// Every catalogue there is.
    static let names =
        ["points", "hours", "providers"] + CatalogueEntry.ownLists
        + fixed.keys.sorted()
        + InterviewForm.lists.keys.sorted()

    /// The rows of one; throws a usage error where there is none of that name.
    static func rows(_ name: String, beginning text: String, _ arguments: Arguments) throws
        -> [JSON]
    {
        if let rows = fixed[name] { return rows() }
        if let list = InterviewForm.lists[name] { return options(list, try lists(arguments)) }
        switch name {
        case "points":
            // Free text of a point is for nobody whom this command does not ask who they are.
            return try arguments.openStore().points(inUse: false).map {
                ShowProgram.fields($0.hiding(outside: [.plain]), [:])
            }
        case "hours":
            return try arguments.openStore().points(inUse: false).map {
                [
                    "code": .string($0.code.text), "zone": .string($0.zone),
                    "windows": .string($0.hours),
                ]
            }
        case CatalogueEntry.municipalities: return try municipalities(arguments, beginning: text)
        case "providers":
            let store = try arguments.openStore()
            return try store.points().flatMap { point in
                try store.answer(ProvidersNear(point.code).reading, for: .nobody, at: now())
            }.map {
                // Nor are places for whom this command does not ask.
                ShowProgram.fields(
                    $0,
                    ["provider": .int($0.id.value), "code": .string($0.point.text)])
            }
        case CatalogueEntry.numbers:
            return HelpNumbers.inForce(try arguments.openStore().entries(of: name)).map {
                ["code": .string($0.code), "name": .string($0.label), "english": JSON($0.english)]
            }
        case CatalogueEntry.tables: return try tables(arguments.openStore())
        case CatalogueEntry.holidays:
            return try arguments.openStore().entries(of: name).map {
                [
                    "code": .string($0.code), "name": .string($0.label),
                    "retired": .bool($0.isRetired),
                ]
            }
        default:
            throw UsageError(
                "Catálogos: \(names.joined(separator: ", ")).",
                "Catalogues: \(names.joined(separator: ", ")).")
        }
    }

    /// Official tables as they are called, in their order; those no longer offered last.
    private static func tables(_ store: Store) throws -> [JSON] {
        let titles = try store.reportTitles()
        let offered = titles.inOrder
        return (offered + ReportKind.allCases.filter { !offered.contains($0) }).map { kind in
            [
                "code": .string(kind.rawValue), "number": .string(titles.number(kind)),
                "name": .string(titles.title(kind).es), "english": .string(titles.title(kind).en),
                "retired": .bool(!offered.contains(kind)),
            ]
        }
    }

    /// The store's own lists where there is a store; those shipped where none was named.
    private static func lists(_ arguments: Arguments) throws -> FormLists {
        do { return try arguments.openStore().lists() } catch let error as StoreError {
            guard case .missing = error else { throw error }
            return .shipped
        }
    }

    private static func options(_ list: AnswerList, _ lists: FormLists) -> [JSON] {
        lists.all(list).map { option, isRetired in
            [
                "code": .string(option.code), "letter": .string(String(option.letter)),
                "name": .string(option.label.es),
                "english": .string(option.label.en), "retired": .bool(isRetired),
                "unhcr": list.name == "healthFlags"
                    ? JSON(Catalogues.unhcrFamilies[option.code]) : nil,
            ]
        }
    }

    /// All, or those that a name or key begins; homonyms are told apart by their state.
    private static func municipalities(_ arguments: Arguments, beginning text: String) throws
        -> [JSON]
    {
        let wanted = NameText.folded(text)
        return try arguments.openStore().entries(of: CatalogueEntry.municipalities).filter {
            entry in
            wanted.isEmpty
                || !entry.isRetired
                    && (entry.code == text || NameText.folded(entry.label).hasPrefix(wanted))
        }.map { entry in
            [
                "code": .string(entry.code), "name": .string(entry.label),
                "state": JSON(entry.state),
                "retired": .bool(entry.isRetired),
            ]
        }
    }
}

extension Command {
    /// Reads one line of `send`: `{"do":"callNext","point":"NOG","desk":3}`.
    ///
    /// Throws `notJSON`, `unknownCommand`, `unknownField`, `unknownCode`, `missingField` or `invalidValue`.
    package init(_ json: JSON) throws(Refusal) {
        guard case .object = json else { throw Refusal(.notJSON) }
        guard let name = json["do"]?.text else { throw Refusal(.missingField, ["field": "do"]) }
        var reader = try CommandReader(json)
        if let act = try Acts.read(name, &reader) {
            self = .of(act)
        } else if let command = try Command.groupCommand(name, &reader) {
            self = .group(command)
        } else if let command = try Command.deskCommand(name, &reader) {
            self = command
        } else if let command = try Command.archiveCommand(name, &reader) {
            self = command
        } else if let command = try Command.receptionCommand(name, &reader) {
            self = .reception(try reader.identifier("reception"), command)
        } else {
            throw Refusal(.unknownCommand, ["do": .string(String((NameText.cleaned(name) ?? "?").prefix(40)))])
        }
        try reader.finish()
    }

    private static func groupCommand(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> GroupCommand? {
        switch name {
        case "announceGroup":
            let point = try reader.point()
            return .announce(point, try announcement(&reader))
        case "amendGroup": return .amend(try reader.identifier("group"), try announcement(&reader))
        case "addToList":
            let group: Identifier<Group> = try reader.identifier("group")
            var people: [PersonData] = []
            for var row in try reader.list("people") {
                var listed = try person(&row)
                listed.listNumber = try row.integer("number")
                people.append(listed)
                try row.finish()
            }
            return .addToList(group, people)
        case "arrive": return .arrive(try reader.identifier("group"), headcount: try reader.integer("headcount"))
        case "headCount":
            if reader.has("group") {
                return .headCount(
                    try reader.identifier("group"), try reader.requiredCode("where"),
                    try reader.requiredInteger("count"), reason: try reader.text("reason"))
            }
            let place: CountPlace = try reader.requiredCode("where")
            return .pointHeadCount(try reader.point(), place, try reader.requiredInteger("count"))
        case "addOffList":
            let group: Identifier<Group> = try reader.identifier("group")
            guard var row = try reader.nested("person") else { throw Refusal(.missingField, ["field": "person"]) }
            let data = try person(&row)
            try row.finish()
            return .addOffList(group, data)
        case "balanceGroup": return .balance(try reader.identifier("group"), reason: try reader.text("reason"))
        case "closeGroup": return .close(try reader.identifier("group"))
        case "reopenGroup": return .reopen(try reader.identifier("group"), reason: try reader.text("reason"))
        default: return nil
        }
    }

    private static func announcement(_ reader: inout CommandReader) throws(Refusal) -> Announcement {
        var announcement = Announcement()
        announcement.mode = try reader.code("mode")
        announcement.authority = try reader.code("authority")
        announcement.office = try reader.text("office")
        announcement.expectedAt = try reader.instant("expectedAt")
        announcement.count = try reader.integer("count")
        announcement.calledBy = try reader.text("calledBy")
        announcement.phone = try reader.text("phone")
        announcement.medical = try reader.integer("medical")
        announcement.families = try reader.integer("families")
        announcement.children = try reader.integer("children")
        return announcement
    }

    private static func person(_ reader: inout CommandReader) throws(Refusal) -> PersonData {
        var person = PersonData()
        person.given = try reader.text("given")
        person.firstSurname = try reader.text("firstSurname")
        person.secondSurname = try reader.text("secondSurname")
        person.sex = try reader.code("sex")
        person.birthDate = try reader.date("birthDate")
        person.birthPrecision = try reader.code("birthPrecision")
        person.birthState = try reader.state("birthState")
        person.curp = try reader.text("curp")
        person.notes = try reader.text("notes")
        person.tag = try reader.text("tag")
        person.isUnidentified = try reader.flag("unidentified") ?? false
        person.description = try reader.text("description")
        return person
    }

    /// The first of the receptions is the one that the relations are told of; its own code, where it is told, is `first`.
    private static func family(_ reader: inout CommandReader) throws(Refusal) -> Command {
        let members: [Identifier<Reception>] = try reader.identifiers("receptions")
        guard members.count > 1, let head = members.first else { throw Refusal(.missingField, ["field": "receptions"]) }
        let told: [Kinship] = try reader.codeList("relations") ?? []
        let others = told.first == .first ? Array(told.dropFirst()) : told
        guard others.isEmpty || others.count == members.count - 1, !others.contains(.first) else {
            throw Refusal(.invalidValue, ["field": "relations"])
        }
        let kinships: [Kinship?] = others.isEmpty ? members.dropFirst().map { _ in nil } : others
        return .reception(head, .setFamily(Array(members.dropFirst()), kinships))
    }

    private static func deskCommand(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> Command? {
        switch name {
        case "undo": return .undo(try reader.identifier("act"))
        case "confirm": return .confirm(try reader.identifier("act"))
        case "setFamily": return try family(&reader)
        case "addOfficer":
            return .catalogue(
                .addOfficer(
                    name: try reader.requiredText("name"), account: try reader.text("account"),
                    roles: try reader.flag("lead") == true
                        ? [.officer, .lead] : try reader.codes("roles") ?? [.officer]))
        case "setOfficer":
            let id: Identifier<Officer> = try reader.identifier("officer")
            var change = OfficerChange()
            change.grants = try reader.code("grant")
            change.revokes = try reader.code("revoke")
            change.isSuspended = try reader.flag("suspended")
            change.account = try reader.text("account")
            change.name = try reader.text("name")
            return .catalogue(.setOfficer(id, change))
        default: return nil
        }
    }

    private static func archiveCommand(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> Command? {
        switch name {
        case "requestRights":
            let requester = Requester(
                name: try reader.requiredText("requester"), document: try reader.requiredText("document"),
                capacity: try reader.requiredCode("capacity"), ground: try reader.text("ground"))
            let right: Right = try reader.requiredCode("right")
            return .rights(.request(try reader.identifier("reception"), right, requester))
        case "extendRights":
            return .rights(.extend(try reader.identifier("request"), reason: try reader.requiredText("reason")))
        case "answerRights":
            var resolution = RightsResolution(try reader.requiredCode("answer"))
            resolution.note = try reader.text("note")
            resolution.opposes = try reader.codes("opposes") ?? []
            if var nested = try reader.nested("fields") {
                resolution.fields = try person(&nested)
                try nested.finish()
            }
            return .rights(.answer(try reader.identifier("request"), resolution))
        case "setArchiveSeries":
            return .retention(
                .setSeries(
                    code: try reader.requiredText("code"), name: try reader.requiredText("name"),
                    activeYears: try reader.requiredInteger("activeYears", 1...100),
                    semiActiveYears: try reader.requiredInteger("semiActiveYears", 0...100)))
        case "blockDue": return .retention(.block)
        case "removeBlocked":
            return .retention(
                .remove(
                    dictamen: try reader.requiredText("dictamen"),
                    people: try reader.requiredInteger("people", 1...RetentionCommand.most)))
        default: return nil
        }
    }

    private static func receptionCommand(
        _ name: String, _ reader: inout CommandReader
    ) throws(Refusal) -> ReceptionCommand? {
        switch name {
        case "receive": return .receive(try reader.code("belongings"), tag: try reader.text("tag"))
        case "noShow": return .noShow(try reader.requiredCode("why"), confirmedBy: try reader.text("confirmedBy"))
        case "locate": return .locate(found: try reader.requiredText("found"))
        case "amendPerson":
            let seemsAdult = try reader.flag("seemsAdult")
            if var nested = try reader.nested("fields") {
                let data = try person(&nested)
                try nested.finish()
                return .amendPerson(data, seemsAdult: seemsAdult)
            }
            return .amendPerson(try person(&reader), seemsAdult: seemsAdult)
        case "setNationality":
            return .setNationality(
                try reader.requiredCode("is"), try reader.code("proof"), motive: try reader.text("motive"),
                interpreter: try reader.text("interpreter"), mexicanParent: try reader.flag("mexicanParent"))
        case "triage":
            guard let flags: Set<Flag> = try reader.codes("flags") else {
                throw Refusal(.missingField, ["field": "flags"])
            }
            return .triage(flags)
        case "call": return .call(desk: try reader.desk(), reason: try reader.text("reason"))
        default: return try stageCommand(name, &reader)
        }
    }

    private static func stageCommand(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> ReceptionCommand?
    {
        switch name {
        case "recall": return .recall(reason: try reader.text("reason"))
        case "notPresent": return .notPresent(reason: try reader.text("reason"))
        case "park":
            let reason = try reader.text("reason")
            let pause = reason.flatMap(Pause.init(rawValue:))
            return .park(pause, reason: pause == nil ? reason : nil)
        case "resume": return .resume(reason: try reader.text("reason"))
        case "startInterview": return .startInterview(desk: try reader.desk())
        case "setPlace": return .setPlace(try reader.requiredCode("place"), with: try reader.text("with"))
        case "takeOver": return .takeOver(desk: try reader.desk())
        case "saveProfile":
            return .saveProfile(try answers(&reader), fromGroup: try reader.codes("fromGroup") ?? [])
        case "linkPerson": return .linkPerson(try reader.identifier("person"))
        case "unlinkPerson":
            _ = try reader.optionalIdentifier("person") as Identifier<Person>?
            return .unlinkPerson
        case "notSamePerson": return .notSamePerson(try reader.identifier("person"))
        case "noticeGiven":
            return .noticeGiven(version: try reader.requiredInteger("version"), try reader.requiredCode("how"))
        case "assignInterpreter":
            return .assignInterpreter(
                language: try reader.requiredText("language"), variant: try reader.text("variant"),
                try reader.requiredCode("medium"), who: try reader.requiredText("who"))
        case "issueCertificate": return .issueCertificate
        case "release": return .release(try release(&reader))
        default: return try ReceptionCommand.lane(name, &reader)
        }
    }

    private static func answers(_ reader: inout CommandReader) throws(Refusal) -> [ProfileField: String] {
        guard var nested = try reader.nested("answers") else { throw Refusal(.missingField, ["field": "answers"]) }
        var answers: [ProfileField: String] = [:]
        for name in nested.memberNames {
            guard let field = ProfileField(rawValue: name) else {
                throw Refusal(.unknownField, ["field": .string(name)])
            }
            answers[field] = try nested.text(name) ?? ""
        }
        return answers
    }

    private static func release(_ reader: inout CommandReader) throws(Refusal) -> Release {
        var release = Release(try reader.requiredCode("how"))
        release.destination = try reader.state("destination")
        release.municipality = try reader.text("municipality")
        release.escort = try reader.code("escort")
        release.seemsAdult = try reader.flag("seemsAdult")
        if var receiver = try reader.nested("receiver") {
            release.institution = try receiver.text("institution")
            release.name = try receiver.text("name")
            release.credential = try receiver.text("id")
            release.plate = try receiver.text("plate")
            release.parent = try receiver.optionalIdentifier("reception")
            try receiver.finish()
        }
        return release
    }
}

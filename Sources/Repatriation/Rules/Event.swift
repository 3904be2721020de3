/// What happened, by hand-given names that never change.
package enum EventKind: String, Sendable, CaseIterable {
    case pointSet, officerAdded
    case groupAnnounced, groupAmended, groupArrived, headCounted, groupBalanced, groupConcluded,
        groupReopened
    case listed, received, didNotCome, located, personAmended, nationalitySet, triaged
    case shiftOpened, shiftClosed, deskOpened, deskPaused, deskClosed
    case called, recalled, notPresent, parked, resumed, interviewStarted, placed, takenOver
    case profileSaved, certificateIssued, released, missing, undone
    case noticeGiven, interpreterAssigned, personLinked, personUnlinked, personToldApart, peakSet,
        familySet
    case catalogueSet, officerSet, passwordSet, confirmationAsked
    case referred, referralAnswered, referralClosed, consentSet, helpGiven, propertyClaimed,
        providerSet,
        inquiryRecorded, inquiryAnswered
    case paperDelivered, paperReprinted
    case laneTicked, ageDoubted, ageCorrected, followUpAsked, followUpRecorded, reservedFormKept,
        folioCancelled, foliosReserved, stockCounted, bagKept, bagGiven
    case rightsRequested, rightsExtended, rightsAnswered, archiveSeriesSet, blocked, removed,
        removalMade,
        filePacked, clockConfirmed, counted, handOverSigned, handOverReceived,
        alarmMarked, hourLeftToVerify, routeSet, transferred, transferArrived, groupShared
    case prioritySet, waterCounted, shiftChecked
    case periodClosed, curpSent
    case surveyAdded, surveyRetired, surveyAnswered
}

/// The new values of some fields of one entity.
package struct Change: Sendable, Equatable {
    /// One field's new value.
    package struct Entry: Sendable, Equatable {
        /// The field's hand-given name.
        package let field: String
        /// Its class.
        package let access: FieldClass
        /// The value from now on.
        package let value: Value

        /// A field's new value.
        package init(_ field: String, _ access: FieldClass, _ value: Value) {
            self.field = field
            self.access = access
            self.value = value
        }

        /// The column that keeps it: the bag of an answer, else the field.
        package var column: String {
            field.utf8.contains(Entry.dot) ? String(field.prefix { $0 != "." }) : field
        }

        /// The answer's own name, where it is one of a bag.
        package var answer: String? {
            guard field.utf8.contains(Entry.dot) else { return nil }
            return String(field.drop { $0 != "." }.dropFirst())
        }

        private static let dot = UInt8(ascii: ".")
    }

    /// Which kind of entity.
    package let kind: EntityKind
    /// Which one.
    package let id: Int
    /// The fields that differ.
    package let entries: [Entry]

    /// Whether it sets a field.
    package func sets(_ field: String) -> Bool { entries.contains { $0.field == field } }

    /// A change read back from the journal.
    package init(kind: EntityKind, id: Int, entries: [Entry]) {
        self.kind = kind
        self.id = id
        self.entries = entries
    }

    /// What differs between two versions of one entity; nil when nothing does. O(fields).
    package init?<Subject: Entity>(from before: Subject, to after: Subject) {
        precondition(before.id == after.id, "a change is of one entity")
        var entries: [Entry] = []
        Field.forEachDifference(in: Subject.fields, before, after) { field in
            guard let bag = field.bag else {
                entries.append(Entry(field.name, field.access, field.get(after)))
                return
            }
            entries += before[keyPath: bag].differences(to: after[keyPath: bag]).map {
                Entry("\(field.name).\($0.name)", field.access, $0.value)
            }
        }
        guard !entries.isEmpty else { return nil }
        self.init(kind: Subject.kind, id: after.id.value, entries: entries)
    }
}

/// A fact of the journal: what happened, to what, and which fields it changed.
package struct Event: Sendable, Equatable {
    /// What happened.
    package let kind: EventKind
    /// The identifier of what it happened to.
    package let subject: Int
    /// The fields it changed.
    package let changes: [Change]
    /// The act whose effects this event takes back.
    package var undoes: Identifier<any Act>?

    /// A fact.
    package init(
        _ kind: EventKind, subject: Int, changes: [Change], undoes: Identifier<any Act>? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.changes = changes
        self.undoes = undoes
    }

    /// A fact about one entity, from how it was to how it is.
    package init<Subject: Entity>(_ kind: EventKind, _ before: Subject, _ after: Subject) {
        self.init(
            kind, subject: after.id.value,
            changes: [Change(from: before, to: after)].compactMap { $0 })
    }

    /// The newest form that a fact is written in: 2 has each answer of an interview as a field of
    /// its own.
    package static let version = 2

    /// The form that it is written in: the oldest that says it, so that earlier programs read what
    /// they can.
    package var form: Int {
        changes.contains { $0.entries.contains { $0.answer != nil } } ? 2 : 1
    }

    /// The one door for texts: whatever command, flag or file a name came by, none with control
    /// characters, escape sequences or hidden marks becomes a fact. What takes an earlier fact back
    /// brings what stood there.
    package func checkTexts() throws(Refusal) {
        guard undoes == nil else { return }
        for change in changes {
            for entry in change.entries {
                guard case .text(let text) = entry.value, !NameText.isClean(text) else { continue }
                throw Refusal(
                    .badCharacters, ["field": .string(entry.answer ?? entry.field)])
            }
        }
    }
}

extension Entity {
    /// The entity after an event's change to it: the whole of `apply`, total and pure.
    ///
    /// False when a value is not of its field's type or the field is unknown: the journal is from a
    /// newer program.
    package mutating func apply(_ change: Change) -> Bool {
        for entry in change.entries {
            guard set(entry.field, entry.value) else { return false }
        }
        return true
    }
}

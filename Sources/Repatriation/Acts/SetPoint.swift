/// What a lead amends about a point.
package struct SetPoint: Act {
    package static let row = ActRow<Self>(
        .setPoint, .catalogues, isOfSend: false,
        [.point(\.point)]
            + amendable.map { name, kind in
                Parameter(
                    name, kind, required: false,
                    read: { reader, act throws(Refusal) in
                        act.values[name] = try reader.value(name)
                    },
                    value: { $0.values[name]?.json ?? .null })
            })

    /// The fields of a point that a lead may amend; counters and the shift are not among them.
    private static let amendable: [(name: String, kind: ParameterKind)] = [
        ("name", .text), ("active", .integer(0...1)), ("zone", .text), ("municipality", .text),
        ("port", .text), ("counterpart", .text), ("officialName", .text),
        ("desks", .integer(1...99)), ("windows", .text),
        ("cut", .text), ("share", .integer(2...20)), ("classes", .text),
        ("lockMinutes", .integer(5...15)), ("shiftChanges", .text),
        ("thresholds", .text), ("quietHours", .text), ("toiletsWomen", .integer(0...999)),
        ("toiletsMen", .integer(0...999)), ("area", .integer(0...99_999)),
        ("places", .integer(0...9999)),
    ]

    /// Which.
    package var point = PointCode.none
    /// The values by field.
    package var values: [String: Value] = [:]

    package init() {}

    /// A point, and its values by field.
    package init(_ point: PointCode, _ values: [String: Value]) {
        self.point = point
        self.values = values
    }

    package func seat(_ facts: some Facts) throws -> Seat { Seat(point: try facts.point(point)) }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try facts.point(point)
        let after = try amended(before)
        if case .text(let zone)? = values["zone"], !facts.isZoneKnown(zone) {
            throw Refusal(.invalidValue, ["field": "zone"])
        }
        if before.isActive, !after.isActive { try checkNobodyIsThere(before, facts) }
        return Decision(.pointSet, before, after, ids: context.ids)
    }

    /// Texts of a point as those of people; its hours and classes are read by their own forms, and
    /// may be longer.
    private func cleaned(_ value: Value, _ name: String) throws(Refusal) -> Value {
        guard case .text(let text) = value, !["windows", "classes", "thresholds"].contains(name)
        else {
            return value
        }
        return .text(try CommandReader.clean(text, name) ?? "")
    }

    private func amended(_ point: ReceivingPoint) throws(Refusal) -> ReceivingPoint {
        var after = point
        for (name, value) in values {
            let field = ReceivingPoint.fields.first { $0.name == name }
            guard SetPoint.amendable.contains(where: { $0.name == name }), let field else {
                throw Refusal(.unknownField, ["field": .string(name)])
            }
            guard field.set(&after, try cleaned(value, name)) else {
                throw Refusal(.invalidValue, ["field": .string(name)])
            }
        }
        guard !after.name.isEmpty else { throw Refusal(.missingField, ["field": "name"]) }
        let wrong = SetPoint.amendable.first { name, kind in
            if case .integer(let range) = kind, let field = ReceivingPoint.fieldsByName[name],
                case .int(let number) = field.get(after)
            {
                return !range.contains(number)
            }
            return name == "windows" && after.windows == nil
                || name == "classes" && !after.hasSaneClasses
                || name == "thresholds" && !after.hasSaneThresholds
                || name == "quietHours" && !after.hasSaneQuiet
        }
        if let wrong { throw Refusal(.invalidValue, ["field": .string(wrong.name)]) }
        return after
    }

    /// A point is switched off once nobody is inside or awaited there, and its shift is closed.
    private func checkNobodyIsThere(_ point: ReceivingPoint, _ facts: some Facts) throws {
        let presence = try facts.presence(at: point.code)
        guard presence.people > 0 || presence.groups > 0 || point.isShiftOpen else { return }
        throw Refusal(
            .pointInUse,
            [
                "inside": .int(presence.people), "groups": .int(presence.groups),
                "shiftOpen": .bool(point.isShiftOpen),
            ])
    }
}

extension ReceivingPoint {
    /// Each kind once, that has one, within what may be set.
    fileprivate var hasSaneThresholds: Bool {
        guard let own = [OwnThreshold](stored: .text(alarmThresholds)) else { return false }
        return Set(own.map(\.kind)).count == own.count
            && own.allSatisfy { $0.kind.alarm.threshold?.allowed.contains($0.value) == true }
    }

    /// Hours, or none.
    fileprivate var hasSaneQuiet: Bool {
        quietHours.isEmpty || RuleWindow(item: "general \(quietHours)") != nil
    }

    /// Each shipped class once, within its ranges; children are child protection's.
    fileprivate var hasSaneClasses: Bool {
        let classes = classes ?? []
        return Set(classes.map(\.code)) == Set(PriorityClass.shipped.map(\.code))
            && classes.allSatisfy { entry in
                (0...2).contains(entry.tier) && (0...480).contains(entry.targetMinutes)
                    && !entry.attendedBy.isEmpty
                    && (!["child", "childEmergency"].contains(entry.code)
                        || entry.attendedBy == [.opi])
            }
    }
}

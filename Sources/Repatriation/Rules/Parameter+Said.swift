extension Announcement {
    /// As lines of `send` give it.
    static let parameters: [Parameter<Announcement>] = [
        .code("mode", \.mode), .code("authority", \.authority), .text("office", \.office),
        .instant("expectedAt", \.expectedAt), .integer("count", 0...9999, \.count),
        .text("calledBy", \.calledBy), .text("phone", \.phone),
        .integer("medical", 0...9999, \.medical),
        .integer("families", 0...9999, \.families), .integer("children", 0...9999, \.children),
    ]
}

extension PersonData {
    /// As lines of `send` give it.
    static let parameters: [Parameter<PersonData>] = [
        .text("given", \.given), .text("firstSurname", \.firstSurname),
        .text("secondSurname", \.secondSurname), .code("sex", \.sex),
        .date("birthDate", \.birthDate),
        .code("birthPrecision", \.birthPrecision), .state("birthState", \.birthState),
        .text("curp", \.curp), .text("notes", \.notes), .text("tag", \.tag),
        .flag("unidentified", \.isUnidentified), .text("description", \.description),
    ]
}

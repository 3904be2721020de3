# Prints each type of Repatriation that a folder knows from one above it; called by `arrows` with every file twice.
#
# Types are those declared at the beginning of a line; what a file declares inside another type is its own.
BEGIN {
    # From below: a folder knows those of its own line and of the lines before.
    layers[1] = "Values"
    layers[2] = "Codes"
    layers[3] = "Entities"
    layers[4] = "Access Alarms Care Lanes Lists Matching Papers Plots Public Referrals Reports Rights Rules Sheets Surveys"
    layers[5] = "Acts"
    layers[6] = "Views Procedure"
    for (layer = 1; layer <= 6; layer++) {
        count = split(layers[layer], names, " ")
        for (i = 1; i <= count; i++) height[names[i]] = layer
    }
    # Who may is read from the table of acts; a doubt about an age and an exit ask for an act of their own.
    allow("Access Acts"); allow("Lanes CorrectAge"); allow("Lanes ReleasePerson")
    # Values name an officer or an institution by its number alone; codes have the words of the lists.
    allow("Codes Officer"); allow("Codes Provider"); allow("Codes FormLists")
    # «México» as lists write it; the names of fields.
    allow("Codes ListWords"); allow("Lanes FieldLabels");
}
function allow(pair) { allowed[pair] = 1 }
FNR == 1 {
    seen[FILENAME]++
    parts = split(FILENAME, path, "/")
    folder = path[parts - 1]
    inText = 0
    if (!(folder in height) && !(folder in unknown)) {
        unknown[folder] = 1
        print "Repatriation/" folder " has no place in the order of the folders"
    }
}
{
    line = $0
    if (line ~ /"""/) { inText = !inText; next }
    if (inText) next
    gsub(/"([^"\\]|\\.)*"/, "", line)
    sub(/\/\/.*/, "", line)
}
seen[FILENAME] == 1 && match(line, /(struct|enum|class|protocol|typealias|actor) [A-Z][A-Za-z0-9]*/) {
    split(substr(line, RSTART, RLENGTH), declared, " ")
    if (line ~ /^[a-z@]/ && line !~ /private/) home[declared[2]] = folder
    else own[FILENAME, declared[2]] = 1
}
seen[FILENAME] == 2 {
    count = split(line, words, /[^A-Za-z0-9_]+/)
    for (i = 1; i <= count; i++) {
        word = words[i]
        if (!(word in home) || height[home[word]] <= height[folder]) continue
        if ((FILENAME, word) in own || (folder, word) in told) continue
        if ((folder " " word) in allowed) { used[folder " " word] = 1; continue }
        told[folder, word] = 1
        print FILENAME ":" FNR ": " folder " must not know " word " of " home[word]
    }
}
END { for (pair in allowed) if (!(pair in used)) print "no longer needed in the order of the folders: " pair }

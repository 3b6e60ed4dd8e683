// Edits stay what the user made of them, through undo, reload and save; an editor that is left alone changes nothing.

#include "core/document/jsontext.h"
#include "core/models/documentedits.h"
#include "core/models/fieldvalue.h"
#include "core/models/profilemodel.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzzedchanges.h"

#include <QJsonObject>

namespace lanyard::testing {

namespace {

void checkEdits(const DocumentEdits &user, const ProfileModel &model)
{
    const QList<Change> changes = user.changes();
    require(changes.isEmpty() == !user.hasEdits(), "there are edits or none");
    for (const Change &change : changes) {
        require(user.isEdited(change.path) && user.value(change.path) == change.value, "an edit stands where it is");
        require(change.before.has_value(), "an edit knows what it was made of");
    }
    require(user.changedPlaces().size() <= changes.size(), "a place is counted once");
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        for (int role = ProfileModel::LabelRole; role <= ProfileModel::QuestionRole; ++role)
            static_cast<void>(index.data(role));
        require(!(model.flags(index) & Qt::ItemIsEditable) || index.data(ProfileModel::EditableRole).toBool(),
                "what can be edited is marked so");
        static_cast<void>(index.data(Qt::ToolTipRole));
        require(index.data().isValid(), "every member is shown");
    }
}

// Every field is entered and left again, as by the tabulator.
void leaveAlone(DocumentEdits &user, ProfileModel &model)
{
    const QList<Change> before = user.changes();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const auto *field = index.data(ProfileModel::FieldRole).value<const UserField *>();
        const QJsonValue value = user.value(Path::field(QString(field->key)));
        model.setData(index, index.data(Qt::EditRole));
        model.setData(index, index.data(ProfileModel::TypingRole), ProfileModel::TypingRole);
        const bool isUnreadDate = field->kind == FieldKind::Date && !index.data(Qt::EditRole).toDate().isValid();
        if (!isUnreadDate && index.data(ProfileModel::EditableRole).toBool() && field->kind != FieldKind::Country &&
            field->kind != FieldKind::Image && !isJsonNothing(value))
            require(sameMeaning(kindAt(Path::field(QString(field->key)), user.base()),
                                fieldJson(field->kind, index.data(Qt::EditRole), value), value),
                    "what an editor holds is what it was given");
    }
    const QList<Change> after = user.changes();
    require(after.size() == before.size(), "looking at a field is no edit");
}

void saveAll(DocumentEdits &user)
{
    const QList<Change> changes = user.changes();
    user.setBase(User(withChanges(user.base().document(), changes)));
    for (const Change &change : user.changes())
        require(!hasPlace(user.base().document(), change.path), "what was saved is no edit any more");
}

void undoAndRedo(DocumentEdits &user)
{
    const qsizetype count = user.changes().size();
    const QList<Path> misfits = user.misfits();
    const int index = user.undoStack()->index();
    user.undoStack()->setIndex(0);
    require(!user.hasUnsaved(), "what is undone is no edit");
    user.undoStack()->setIndex(index);
    require(user.changes().size() == count && user.misfits() == misfits, "what is undone and done again is as it was");
}

} // namespace

// Steps, a letter each, on a line; then the user as read, changes (see changesOf()), and the user as read later.
void fuzz(Input input)
{
    const QByteArray steps = input.line();
    const auto values = readAll(input.rest());
    if (values.size() < 3)
        return;
    DocumentEdits user;
    ProfileModel model(user);
    user.reset(User(documentOf(values.at(0))));
    QList<Change> changes = changesOf(values.at(1));
    // No editor makes another value, and no draft that holds one is read.
    erase_if(changes, [](const Change &change) { return !change.value.isString() && !change.value.isNull(); });
    qsizetype next = 0;
    bool isPlain = true; // all edits were made here, over one base
    for (const char step : steps.first(qMin(steps.size(), qsizetype(40)))) {
        const Change change = changes.isEmpty() ? Change{Path::field(u"notes"), QJsonValue(QStringLiteral("x"))}
                                                : changes.at(next % changes.size());
        switch (step) {
        case 'e':
            user.edit(change.path, change.value);
            ++next;
            break;
        case 'E':
            user.edit(changes);
            break;
        case 'm':
            user.setMisfit(change.path, QStringLiteral("half"));
            break;
        case 'M':
            user.replaceWithMisfit(change.path, QStringLiteral("half"), DocumentEdits::Manner::Typed);
            require(!user.isEdited(change.path) || change.path.isSetting(), "a misfit stands alone");
            break;
        case 'u':
            user.undoStack()->undo();
            break;
        case 'r':
            user.undoStack()->redo();
            break;
        case 'v':
            user.revert(change.path);
            require(!user.isEdited(change.path), "an edit is taken back");
            break;
        case 'V':
            user.revertAll();
            require(!user.hasEdits(), "all edits are taken back");
            break;
        case 'd':
            // A draft comes when nothing was done yet.
            if (user.undoStack()->count() == 0)
                user.restore(changes);
            isPlain = false;
            break;
        case 'b':
            user.rebase(change.path);
            break;
        case 'l':
            user.setBase(User(documentOf(values.at(2))));
            isPlain = false;
            break;
        case 's':
            saveAll(user);
            isPlain = false;
            break;
        case 't':
            leaveAlone(user, model);
            break;
        case 'U':
            if (isPlain)
                undoAndRedo(user);
            break;
        default:
            break;
        }
        checkEdits(user, model);
    }
}

} // namespace lanyard::testing

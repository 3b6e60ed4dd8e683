// What is typed into the page, and where the user is led in it.
#include "core/document/change.h"
#include "core/document/userfields.h"
#include "ui/common/undokeys.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/fieldrow.h"
#include "ui/profile/profilepage.h"

#include <QKeyEvent>

#include <utility>

namespace lanyard {

void ProfilePage::finishComposing()
{
    m_composition.finish();
    followComposition();
}

void ProfilePage::followComposition()
{
    const bool isComposing = m_composition.editor() != nullptr;
    if (std::exchange(m_isComposing, isComposing) != isComposing)
        Q_EMIT typingChanged(isComposing);
}

void ProfilePage::finishEdits()
{
    finishComposing();
    for (const FieldRow *row : std::as_const(m_rows))
        row->editor()->finish();
}

void ProfilePage::focusField(const QString &key)
{
    const UserField *field = userField(key);
    if (!field)
        return;
    FieldEditor *editor = m_rows.at(field - userFields().data())->editor();
    ensureWidgetVisible(editor);
    editor->setFocus();
}

void ProfilePage::focusFirstOf(const QList<Path> &places)
{
    for (const UserField &field : userFields()) {
        if (places.contains(Path::field(QString(field.key))))
            return focusField(QString(field.key));
    }
}

// Undo and redo are the document's, over all fields: an editor's own would only know what was typed into it.
bool ProfilePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_form && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        Q_EMIT formMoved();
    m_composition.follow(qobject_cast<QWidget *>(watched), *event);
    followComposition();
    if (event->type() == QEvent::ShortcutOverride) {
        if (isUndoOrRedo(*static_cast<QKeyEvent *>(event))) {
            finishComposing(); // the last step
            event->ignore();
            return true;
        }
    } else if ((event->type() == QEvent::Show || event->type() == QEvent::Resize) &&
               textsAround(focusWidget()).contains(watched)) {
        followSoon(); // a sentence has appeared below the field in which somebody types
    }
    return PageArea::eventFilter(watched, event);
}

// Queued: the page has not grown yet.
void ProfilePage::followSoon()
{
    const auto reveal = [this] {
        finishLayouts();
        if (!isShowingTop())
            follow(focusWidget());
    };
    QMetaObject::invokeMethod(this, reveal, Qt::QueuedConnection);
}

bool ProfilePage::focusProblem()
{
    for (FieldRow *row : std::as_const(m_rows)) {
        if (!row->hasProblem())
            continue;
        insistOn(*row);
        return true;
    }
    return false;
}

void ProfilePage::correct(const QString &key)
{
    if (const UserField *field = userField(key))
        insistOn(*m_rows.at(field - userFields().data()));
}

void ProfilePage::insistOn(FieldRow &row)
{
    row.insist();
    endShowingTop();
    followSoon(); // it may have had the focus before
}

} // namespace lanyard

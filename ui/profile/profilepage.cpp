#include "ui/profile/profilepage.h"

#include "core/models/profilemodel.h"
#include "ui/look/characterwidth.h"
#include "ui/look/plainlabel.h"
#include "ui/look/tonedlabel.h"
#include "ui/common/undokeys.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/fieldrow.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>

namespace lanyard {

namespace {

enum Column { LabelColumn, EditorColumn, SideColumn };

constexpr int EditorWidth = 420;
constexpr int NarrowInCharacters = 70;

} // namespace

ProfilePage::ProfilePage(ProfileModel &model, QWidget *parent) : PageArea(nullptr, parent), m_model(model)
{
    auto *page = new QWidget;
    addGroups(page);
    setWidget(page);
    connect(&model, &ProfileModel::dataChanged, this, &ProfilePage::refresh);
    connect(&model, &ProfileModel::aboutToReplace, this, [this](const QModelIndex &index) {
        if (m_rows.at(index.row())->editor()->isAncestorOf(m_composition.editor()))
            finishComposing();
    });
    const auto editors = page->findChildren<QWidget *>();
    for (QWidget *editor : editors) {
        if (qobject_cast<QLineEdit *>(editor) || qobject_cast<QPlainTextEdit *>(editor) ||
            qobject_cast<QComboBox *>(editor))
            editor->installEventFilter(this);
    }
}

// The rows first: an editor that loses the focus because the page is destroyed has not been looked at.
ProfilePage::~ProfilePage()
{
    qDeleteAll(m_rows);
}

void ProfilePage::addGroups(QWidget *page)
{
    m_grid = new QGridLayout(page);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(EditorColumn, 2);
    m_grid->setColumnStretch(SideColumn, 1);
    // Reserves space for the change mark, so that the form does not move when it appears.
    m_grid->setColumnMinimumWidth(SideColumn, page->fontMetrics().horizontalAdvance(tr("changed")) + 48);
    int line = 0;
    std::optional<FieldGroup> group;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex index = m_model.index(i);
        const UserField &field = *index.data(ProfileModel::FieldRole).value<const UserField *>();
        if (group != field.group) {
            if (group)
                m_grid->setRowMinimumHeight(line++, 16);
            group = field.group;
            m_grid->addWidget(new Heading(groupLabel(field.group), 1.1, page), line++, LabelColumn, 1, 3);
        }
        auto *row = new FieldRow(index, page);
        row->editor()->setMaximumWidth(EditorWidth);
        m_lines.append(line);
        line += 2;
        m_grid->addWidget(row->notice(), line++, EditorColumn, 1, 2);
        row->notice()->installEventFilter(this);
        connect(row, &FieldRow::revertRequested, this, [this](const QModelIndex &reverted) {
            finishComposing();
            m_model.revertAt(reverted);
        });
        connect(row, &FieldRow::replaceRequested, this, [this](const QModelIndex &replaced) {
            finishComposing();
            m_model.replaceAt(replaced);
        });
        m_rows.append(row);
    }
    m_grid->setRowStretch(line, 1);
    placeRows(false);
}

// Label, editor and mark side by side; if that would make the page wider than the window, the editor is below the
// others.
void ProfilePage::placeRows(bool narrow)
{
    m_grid->setContentsMargins(narrow ? 12 : 24, narrow ? 8 : 16, narrow ? 8 : 16, narrow ? 12 : 24);
    m_grid->setHorizontalSpacing(narrow ? 4 : 16);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const FieldRow &row = *m_rows.at(i);
        const int line = m_lines.at(i);
        for (QWidget *part : {static_cast<QWidget *>(row.label()), static_cast<QWidget *>(row.editor()), row.side()})
            m_grid->removeWidget(part);
        m_grid->addWidget(row.label(), line, narrow ? EditorColumn : LabelColumn, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(row.side(), line, SideColumn, Qt::AlignTop);
        if (narrow)
            m_grid->addWidget(row.editor(), line + 1, EditorColumn, 1, 2);
        else
            m_grid->addWidget(row.editor(), line, EditorColumn);
        // Aligned with the text of a single-line editor beside it.
        row.label()->setContentsMargins(0, 4, 0, 0);
    }
}

// In characters, so that large text on a wide screen counts as narrow too; and in no case wider than the window, where
// the button at the end of a line would be out of sight.
void ProfilePage::resizeEvent(QResizeEvent *event)
{
    if (!m_isNarrow)
        m_wideWidth = m_grid->minimumSize().width() + verticalScrollBar()->sizeHint().width();
    const bool isNarrow = width() < qMax(characterWidth(fontMetrics()) * NarrowInCharacters, m_wideWidth);
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        placeRows(isNarrow);
    PageArea::resizeEvent(event);
}

QWidget *ProfilePage::textBelow(const QWidget *focus) const
{
    const auto isFocused = [focus](const FieldRow *row) {
        return row->editor() == focus || row->editor()->isAncestorOf(focus);
    };
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), isFocused);
    return row != m_rows.end() && (*row)->notice()->isVisible() ? (*row)->notice() : nullptr;
}

void ProfilePage::refresh(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row)
        m_rows.at(row)->refresh();
    // Another user's profile is shown from the top.
    const QString id = m_model.index(static_cast<int>(userField(u"id") - userFields().data())).data().toString();
    if (std::exchange(m_userId, id) != id)
        verticalScrollBar()->setValue(0);
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

// Undo and redo are the document's, over all fields: an editor's own would only know what was typed into it.
bool ProfilePage::eventFilter(QObject *watched, QEvent *event)
{
    m_composition.follow(qobject_cast<QWidget *>(watched), *event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (isUndoOrRedo(*static_cast<QKeyEvent *>(event))) {
            finishComposing(); // the last step
            event->ignore();
            return true;
        }
    } else if ((event->type() == QEvent::Show || event->type() == QEvent::Resize) &&
               watched == textBelow(focusWidget())) {
        // A sentence has appeared below the field in which somebody types. Queued, as the page has not grown yet.
        const auto reveal = [this] { follow(focusWidget()); };
        QMetaObject::invokeMethod(this, reveal, Qt::QueuedConnection);
    }
    return QScrollArea::eventFilter(watched, event);
}

bool ProfilePage::focusProblem()
{
    for (FieldRow *row : std::as_const(m_rows)) {
        if (!row->hasProblem())
            continue;
        row->insist();
        follow(row->editor()); // which may have had the focus before
        return true;
    }
    return false;
}

} // namespace lanyard

#include "moc_profilepage.cpp"

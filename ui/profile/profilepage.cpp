#include "ui/profile/profilepage.h"

#include "core/models/profilemodel.h"
#include "ui/common/newselsewhere.h"
#include "ui/look/card.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"
#include "ui/profile/fieldcell.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/fieldrow.h"
#include "ui/profile/pictureeditor.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>

namespace lanyard {

ProfilePage::ProfilePage(ProfileModel &model, QWidget *parent)
    : PageArea(nullptr, parent), m_model(model), m_around(new QHBoxLayout), m_form(new QWidget),
      m_header(new PageHeader(tr("Profile"))), m_beside(new QHBoxLayout), m_left(new QVBoxLayout),
      m_right(new QVBoxLayout), m_elsewhere(new NewsElsewhere(this, [](int count, const QString &fields) {
          return tr("%n field(s) were changed elsewhere: %1.", nullptr, count).arg(fields);
      }))
{
    auto *page = new QWidget;
    page->setLayout(m_around);
    setSpaces(*m_around, Space::Large, Space::Medium);
    m_around->addStretch(1);
    m_around->addWidget(m_form, 100000); // all of it, up to its greatest width
    m_around->addStretch(1);
    m_form->installEventFilter(this);
    auto *whole = new QVBoxLayout(m_form);
    setSpaces(*whole, Space::Large);
    whole->addWidget(m_header);
    setLow(false);
    setSpaces(*m_beside, Space::Large);
    m_beside->addLayout(m_left, 1);
    m_beside->addLayout(m_right);
    whole->addLayout(m_beside);
    whole->addStretch(1);
    setPage(page);
    addGroups();
    place();
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ProfilePage::keepRoomForBar);
    connect(&model, &ProfileModel::dataChanged, this, &ProfilePage::refresh);
    connect(&model, &ProfileModel::aboutToReplace, this, [this](const QModelIndex &index) {
        if (m_rows.at(index.row())->editor()->isAncestorOf(m_composition.editor()))
            finishComposing();
    });
    followUser();
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

void ProfilePage::addGroups()
{
    for (QVBoxLayout *column : {m_left, m_right}) {
        setSpaces(*column, Space::Large);
        column->addStretch(1);
    }
    std::optional<FieldGroup> last;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex index = m_model.index(i);
        const FieldGroup group = index.data(ProfileModel::FieldRole).value<const UserField *>()->group;
        if (std::exchange(last, group) != group) {
            auto *card = new Card(m_form);
            auto *layout = new QVBoxLayout(card);
            const bool isForReading = !index.data(ProfileModel::FieldRole).value<const UserField *>()->editable;
            const Space between = isForReading ? Space::Large : Space::Medium; // no frames tell its fields apart
            setSpaces(*layout, Space::Large, between);
            auto *heading = new Heading(groupLabel(group), 1.1);
            card->setAccessibleName(heading->text());
            auto *top = new QHBoxLayout;
            top->addSpacing(space(Space::Medium)); // as the fields, which leave room for a mark
            top->addWidget(heading, 1);
            layout->addLayout(top);
            auto *grid = new QGridLayout;
            for (int column = 0; column < FieldColumns; ++column)
                grid->setColumnStretch(column, 1);
            grid->setHorizontalSpacing(space(Space::Medium));
            grid->setVerticalSpacing(space(between));
            layout->addLayout(grid);
            m_groups.append({card, grid, {}});
        }
        addRow(m_groups.last(), index);
    }
}

void ProfilePage::addRow(Group &group, const QModelIndex &index)
{
    auto *row = new FieldRow(index, group.card);
    group.cells.append(new FieldCell(*row, group.card));
    m_rows.append(row);
    row->notice()->installEventFilter(this);
    connect(row, &FieldRow::revertRequested, this, [this](const QModelIndex &reverted) {
        finishComposing();
        m_model.revertAt(reverted);
    });
    connect(row, &FieldRow::changedElsewhere, m_elsewhere, &NewsElsewhere::add);
    connect(row, &FieldRow::replaceRequested, this, [this](const QModelIndex &replaced) {
        finishComposing();
        m_model.replaceAt(replaced);
    });
}

QWidgetList ProfilePage::textsAround(const QWidget *focus) const
{
    const auto isFocused = [focus](const FieldRow *row) {
        return row->editor() == focus || row->editor()->isAncestorOf(focus);
    };
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), isFocused);
    if (row == m_rows.end())
        return {};
    QWidgetList texts{(*row)->label()};
    if ((*row)->notice()->isVisible())
        texts << (*row)->notice();
    return texts;
}

void ProfilePage::refresh(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row)
        m_rows.at(row)->refresh();
    followUser();
}

void ProfilePage::followUser()
{
    if (auto *picture = findChild<PictureFieldEditor *>())
        picture->setUser(m_model.savedUser());
    // Another user's profile is shown from the top.
    const QString id = m_model.index(static_cast<int>(userField(u"id") - userFields().data())).data().toString();
    if (std::exchange(m_userId, id) != id)
        scrollToTop();
}

// As on the other pages: what the page is about is said where there is room.
void ProfilePage::setLow(bool isLow)
{
    m_header->setLow(isLow);
    m_header->setLine(isLow ? QString() : tr("What the service knows about you."));
}

} // namespace lanyard

#include "moc_profilepage.cpp"

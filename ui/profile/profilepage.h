#pragma once

#include "ui/common/composition.h"
#include "ui/common/pagearea.h"

class QGridLayout;
class QHBoxLayout;
class QModelIndex;
class QVBoxLayout;

namespace lanyard {

class FieldCell;
class FieldRow;
class PageHeader;
class NewsElsewhere;
class Path;
class ProfileModel;

/// The profile as a form, bound to ProfileModel: typed text goes into the model at once, and the model's data is shown.
class ProfilePage : public PageArea
{
    Q_OBJECT

public:
    /// @p model must outlive the page.
    explicit ProfilePage(ProfileModel &model, QWidget *parent = nullptr);
    ~ProfilePage() override;

    /// What an input method shows becomes text: something is about to happen to the edits.
    void finishComposing();
    /// The window has little height.
    void setLow(bool isLow);
    /// The content of the editors is final: it is about to be saved.
    void finishEdits();
    /// Moves the focus to the first invalid field (a half-typed date). False if there is none.
    bool focusProblem();
    /// The same with one field.
    void correct(const QString &key);
    /// Moves the focus to the editor of that member and brings it into view.
    void focusField(const QString &key);
    /// The same for the first of @p places, if it has one of them.
    void focusFirstOf(const QList<Path> &places);
    /// Where its fields are, in the page: they have a greatest width.
    [[nodiscard]] QRect form() const;

Q_SIGNALS:
    /// An input method has begun to compose a text, or has ended.
    void typingChanged(bool isTyping);
    /// form() may be another.
    void formMoved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] bool keepsRoomForBar() const override { return true; }
    [[nodiscard]] QWidgetList textsAround(const QWidget *focus) const override;

private:
    struct Group
    {
        QWidget *card;
        QGridLayout *grid;
        QList<FieldCell *> cells;
    };

    void followComposition();
    void addGroups();
    void addRow(Group &group, const QModelIndex &index);
    void place();
    void placeCells(const Group &group, int narrowest) const;
    [[nodiscard]] int narrowestColumn() const;
    void keepRoomForBar();
    void refresh(const QModelIndex &first, const QModelIndex &last);
    void followUser();
    void followSoon();
    void insistOn(FieldRow &row);

    ProfileModel &m_model;
    QHBoxLayout *m_around;
    QWidget *m_form; // the two columns of cards, of limited width
    PageHeader *m_header;
    QHBoxLayout *m_beside;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    NewsElsewhere *m_elsewhere;
    QList<Group> m_groups;
    QList<FieldRow *> m_rows;
    int m_columns = 0;    // of cards; 0: one, with a field a line
    int m_needed[3] = {}; // the widths that they need, as far as they have been shown
    Composition m_composition;
    bool m_isComposing = false;
    QString m_userId;
};

} // namespace lanyard

#pragma once

#include "ui/common/composition.h"
#include "ui/common/pagearea.h"

class QGridLayout;
class QModelIndex;

namespace lanyard {

class FieldRow;
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
    void finishComposing() { m_composition.finish(); }
    /// The content of the editors is final: it is about to be saved.
    void finishEdits();
    /// Moves the focus to the first invalid field (a half-typed date). False if there is none.
    bool focusProblem();
    /// Moves the focus to the editor of that member and brings it into view.
    void focusField(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QWidget *textBelow(const QWidget *focus) const override;

private:
    void addGroups(QWidget *page);
    void placeRows(bool narrow);
    void refresh(const QModelIndex &first, const QModelIndex &last);

    ProfileModel &m_model;
    QGridLayout *m_grid = nullptr;
    QList<FieldRow *> m_rows;
    QList<int> m_lines; // of the grid, the first of each row
    bool m_isNarrow = false;
    int m_wideWidth = 0; // that the form needs while it is not narrow
    Composition m_composition;
    QString m_userId;
};

} // namespace lanyard

#pragma once

#include "ui/common/hiddentyping.h"

#include <QLineEdit>

class QHBoxLayout;

namespace lanyard {

/// The words that a list is filtered by.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// A row with this, after its label.
    [[nodiscard]] QHBoxLayout *labelledRow();
    /// The words that @p hides says so of are hidden, see hideTypingIn().
    void hideIf(const HidesText &hides) { hideTypingIn(*this, hides); }
    /// What it says may have changed.
    void refreshHidden() { refreshHiddenTyping(*this); }
    /// Empty, and no undo brings the words back: they may be another person's.
    void forget() { setText({}); }
    /// Takes the focus; what is typed next replaces the words.
    void beginAnew();
    /// Whether @p key means its list: Down, and Enter while nothing has been searched for.
    [[nodiscard]] bool leadsToList(const QKeyEvent &key) const;
    /// Down leads from it into @p list.
    void leadTo(QWidget *list);

protected:
    bool event(QEvent *event) override;
};

} // namespace lanyard
